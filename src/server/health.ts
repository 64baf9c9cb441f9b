import { setTimeout as after } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import type { Store } from "../store/store.js";

/** How long the store may take to say that it is there. */
const READY_MS = 2_000;

const answers = async (store: Store): Promise<boolean> => {
  const patience = new AbortController();
  try {
    const late = after(READY_MS, false, { signal: patience.signal, ref: false });
    return await Promise.race([store.info().then(() => true), late]);
  } catch {
    return false;
  } finally {
    patience.abort();
  }
};

/** `/health`: the process runs. `/ready`: it can answer, so its store does; 503 without a reason when not. */
export const serveHealth = (app: FastifyInstance, store: Store): void => {
  app.get("/health", () => ({ status: "ok" }));
  app.get("/ready", async (_request, reply) => {
    const ready = await answers(store);
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ok" : "unavailable" });
  });
};
