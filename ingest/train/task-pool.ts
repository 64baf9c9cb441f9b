import { Worker } from "node:worker_threads";
import { runTask, type Task, type TaskResult } from "./tasks.js";

/**
 * Runs tasks on `threads` threads, or here when that is 1. Results come in the order of the tasks and do not depend on
 * the number of threads.
 */
export const runTasks = async <T extends Task>(tasks: readonly T[], threads: number): Promise<TaskResult<T>[]> => {
  if (threads <= 1 || tasks.length <= 1) return tasks.map(runTask);
  const results: TaskResult<T>[] = new Array(tasks.length);
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(threads, tasks.length) }, async () => {
      const worker = new Worker(new URL("./task-worker.js", import.meta.url));
      try {
        for (let at = next++; at < tasks.length; at = next++) results[at] = await ask(worker, tasks[at]!);
      } finally {
        await worker.terminate();
      }
    }),
  );
  return results;
};

const ask = <T extends Task>(worker: Worker, task: T): Promise<TaskResult<T>> =>
  new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (result: TaskResult<T>) => {
      worker.off("error", reject);
      resolve(result);
    });
    worker.postMessage(task);
  });
