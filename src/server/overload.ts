import type { FastifyReply, FastifyRequest } from "fastify";
import { PapergraphError } from "../errors.js";

/** Seconds that a refused client is asked to wait: most answers take milliseconds, the longest 10 seconds. */
export const RETRY_AFTER_SECONDS = 1;

/**
 * A hook that counts the requests under way and refuses those above `allowed` with OVERLOADED. A request is counted from
 * when its body has been read, so that a slow sender holds no place, until its answer is written or its client is gone.
 */
export const refuseOverload = (allowed: number) => {
  let underWay = 0;
  return async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (underWay >= allowed) {
      const message = `${underWay} requests are under way; ${allowed} are allowed at once. Ask again in a second.`;
      throw new PapergraphError("OVERLOADED", message, { got: underWay, allowed });
    }
    underWay += 1;
    reply.raw.once("close", () => {
      underWay -= 1;
    });
  };
};
