import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { runCli, startCli } from "../support/cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const emptyStore = () => ({ PAPERGRAPH_DATA: join(temporaryFolder(), "graph"), PORT: "0" });

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever form was asked for
const ask = async (url: string, query: string): Promise<any> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return response.json();
};

describe("papergraph serve", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("serves until %s, then gives the store back", async (signal) => {
    const environment = emptyStore();
    const running = startCli(["serve"], environment);
    const [, url = ""] = await running.said(/serves on (\S+)\/graphql/);
    expect(await ask(url, "{ meta { papers } }")).toEqual({ data: { meta: { papers: 0 } } });
    running.process.kill(signal);
    expect(await running.ended).toMatchObject({ code: 0, stdout: "" });
    expect(await runCli(["doctor"], environment)).toMatchObject({ code: 0 });
  });

  it("keeps others from its store, and they say who has it", async () => {
    const environment = emptyStore();
    const running = startCli(["serve"], environment);
    await running.said(/serves on/);
    const { code, stderr } = await runCli(["serve"], environment);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(/^error STORE_LOCKED: .*main\.js serve/),
    });
    const doctor = await runCli(["doctor"], environment);
    expect({ code: doctor.code, said: doctor.stdout.match(/^wrong: ([A-Z_]+)/m)?.[1] }).toEqual({
      code: 1,
      said: "STORE_LOCKED",
    });
    running.process.kill("SIGTERM");
    await running.ended;
  });

  it("says so when its port is taken", async () => {
    const running = startCli(["serve"], emptyStore());
    const [, port = ""] = await running.said(/serves on http:\/\/localhost:(\d+)/);
    const { code, stderr } = await runCli(["serve", "--port", port], emptyStore());
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error BAD_SETTING: Cannot serve on 127.0.0.1 port ${port} (EADDRINUSE). Set another with --port and --host, or PORT and HOST.\n`,
    });
    running.process.kill("SIGTERM");
    await running.ended;
  });
});

describe("papergraph start", () => {
  it("loads the sample corpus once, and shows a question that it answers", async () => {
    const environment = emptyStore();
    const first = startCli(["start"], environment);
    const [, url = "", body = ""] = await first.said(/serves on (\S+)\/graphql[\s\S]*-d '(.*)'\n/);
    const { data, errors } = await ask(url, JSON.parse(body).query);
    expect({ errors, answered: data.model !== null }).toEqual({ errors: undefined, answered: true });
    const { data: held } = await ask(url, "{ meta { papers } }");
    first.process.kill("SIGINT");
    await first.ended;

    const second = startCli(["start"], environment);
    const [, count] = await second.said(/The graph holds (\d+) papers; the sample corpus is not loaded/);
    await second.said(/serves on/);
    second.process.kill("SIGINT");
    expect(await second.ended).toMatchObject({ code: 0 });
    expect(Number(count)).toBe(held.meta.papers);
  });
});

describe("papergraph doctor", () => {
  it("makes nothing where there is no graph yet, and says how to make one", async () => {
    const environment = emptyStore();
    const { code, stdout } = await runCli(["doctor"], environment);
    expect({ code, notes: stdout.match(/^note: .*$/gm) }).toEqual({
      code: 0,
      notes: [
        `note: There is no graph in ${environment.PAPERGRAPH_DATA} yet: load papers with \`papergraph ingest FILE\`.`,
      ],
    });
  });

  it("names a wrong setting, never a password, and ends with 1", async () => {
    const { code, stdout } = await runCli(["doctor"], { PORT: "http", NEO4J_PASSWORD: "secret" });
    expect({ code, wrong: stdout.match(/^wrong: .*$/gm), secret: stdout.includes("secret") }).toEqual({
      code: 1,
      wrong: ['wrong: BAD_SETTING: PORT must be a whole number from 0 to 65535 (0: any free port); got "http".'],
      secret: false,
    });
  });

  it("says that a server cannot be reached", async () => {
    const { code, stdout } = await runCli(["doctor", "--json"], { NEO4J_URI: "bolt://127.0.0.1:1" });
    expect({ code, codes: JSON.parse(stdout).problems.map((problem: { code: string }) => problem.code) }).toEqual({
      code: 1,
      codes: ["STORE_UNAVAILABLE"],
    });
  });
});
