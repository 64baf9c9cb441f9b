import { describe, expect, it } from "@jest/globals";
import { runCli } from "../support/cli.js";

describe("the command line", () => {
  it("shows its commands and exit codes when asked", async () => {
    const { code, stdout, stderr } = await runCli(["--help"]);
    const commands = [...stdout.matchAll(/^ {2}([a-z-]+) .*$/gm)].map((match) => match[1]);
    expect({ code, stderr, commands, codes: stdout.includes("Exit codes: 0 done") }).toEqual({
      code: 0,
      stderr: "",
      commands: [
        "ingest",
        "remove",
        "re-extract",
        "curate",
        "results",
        "extract",
        "serve",
        "query",
        "export",
        "train",
        "evaluate",
        "manifest",
        "doctor",
        "help",
      ],
      codes: true,
    });
  });

  it("shows its version", async () => {
    const { code, stdout } = await runCli(["--version"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it.each([
    [["ingst", "x"], "error: unknown command 'ingst'\n(Did you mean ingest?)"],
    [["ingest"], "error: missing required argument 'files'"],
    [["ingest", "x", "--formt", "csv"], "error: unknown option '--formt'\n(Did you mean --format?)"],
    [["ingest", "x", "--format", "pdf"], "error: option '--format <name>' argument 'pdf' is invalid."],
    [
      ["ingest", "x", "--max-rejects", "-1"],
      "error: option '--max-rejects <n>' argument '-1' is invalid. It must be a whole number from 0 up.",
    ],
    [
      ["extract", "x", "--jobs", "0"],
      "error: option '--jobs <n>' argument '0' is invalid. It must be a whole number from 1 up.",
    ],
    [["serve", "--port", "http"], "error BAD_SETTING: PORT must be a whole number from 0 to 65535"],
    [["query", "{ x }", "--variables", "[1]"], "error BAD_USAGE: --variables must be a JSON object"],
  ])("%j is wrong usage", async (args, message) => {
    const { code, stdout, stderr } = await runCli(args);
    expect({ code, stdout, said: stderr.slice(0, message.length) }).toEqual({ code: 2, stdout: "", said: message });
  });

  it.each([
    "ingest",
    "remove",
    "re-extract",
    "extract",
    "serve",
    "query",
    "export",
    "train",
    "evaluate",
    "manifest",
    "doctor",
  ])("%s has help of its own", async (command) => {
    const { code, stdout } = await runCli([command, "--help"]);
    expect({ code, usage: stdout.split("\n")[0]?.startsWith(`Usage: papergraph ${command}`) }).toEqual({
      code: 0,
      usage: true,
    });
  });

  it("names a setting that is wrong, and does nothing", async () => {
    const { code, stdout, stderr } = await runCli(["ingest", "x"], { NEO4J_URI: "http://localhost" });
    expect({ code, stdout, stderr }).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'error BAD_SETTING: NEO4J_URI must be bolt://HOST:PORT or neo4j://HOST:PORT (or with +s, +ssc), with no user or password in it; got "http://localhost".\n',
    });
  });
});
