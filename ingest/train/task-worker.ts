import { parentPort } from "node:worker_threads";
import { runTask, type Task } from "./tasks.js";

/** A thread of task-pool.ts: one task in, its result out. */
parentPort?.on("message", (task: Task) => {
  parentPort?.postMessage(runTask(task));
});
