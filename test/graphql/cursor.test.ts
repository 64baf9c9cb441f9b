import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readCursor, writeCursor } from "../../schema/connection/cursor.js";
import { PapergraphError } from "../../src/errors.js";

const ORDER = "papers by DATE DESC";

describe("a cursor", () => {
  it("gives back what was written, whatever it is", () => {
    const keys = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const property = fc.property(keys, fc.string({ unit: "binary" }), (key, id) => {
      const place = { key: Object.is(key, -0) ? 0 : key, id };
      const cursor = writeCursor(ORDER, place);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(readCursor(ORDER, cursor, typeof key as "string" | "number")).toEqual(place);
    });
    fc.assert(property);
  });

  it("is refused when it is anything else, and nothing worse happens", () => {
    const valid = writeCursor(ORDER, { key: "2020", id: "a" });
    const broken = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.base64String(),
      fc.json().map((json) => Buffer.from(json).toString("base64url")),
      fc.nat(valid.length - 1).map((length) => valid.slice(0, length)),
    );
    const property = fc.property(broken, (cursor) => {
      expect(codeOf(() => readCursor(ORDER, cursor, "string"))).toBe("BAD_CURSOR");
    });
    fc.assert(property, { numRuns: 500 });
  });

  it.each([
    ["another order", writeCursor("papers by TITLE ASC", { key: "a", id: "a" })],
    ["another type of key", writeCursor(ORDER, { key: 1, id: "a" })],
    ["one field too many", Buffer.from(JSON.stringify([ORDER, "a", "b", "c"])).toString("base64url")],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00]).toString("base64url")],
  ])("is refused with %s", (_what, cursor) => {
    expect(codeOf(() => readCursor(ORDER, cursor, "string"))).toBe("BAD_CURSOR");
  });
});

function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof PapergraphError ? error.code : String(error);
  }
}
