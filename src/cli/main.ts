#!/usr/bin/env node
import { endQuietlyOnClosedPipe } from "./output.js";
import { run } from "./program.js";

endQuietlyOnClosedPipe();
await run(process.argv);
