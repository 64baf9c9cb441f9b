import type { StoreSettings } from "../config.js";
import { openStore } from "../store/open-store.js";
import { PatientStore } from "../store/patient-store.js";
import type { Store } from "../store/store.js";
import { say } from "./output.js";

/**
 * The store for a command that writes for long: when it goes away, it is waited for, and that is said. Throws at once when
 * it is not there to begin with.
 */
export const openPatiently = async (settings: StoreSettings, seconds: number, signal: AbortSignal): Promise<Store> =>
  new PatientStore(await openStore(settings), {
    waitMs: seconds * 1000,
    signal,
    onWaiting: (failure) =>
      say(failure ? `${failure.message} Waiting for it, ${seconds} s at most.` : "The store answers again; going on."),
  });
