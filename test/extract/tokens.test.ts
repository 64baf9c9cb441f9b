import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { tokens } from "../../ingest/extract/tokens.js";

const cut = (text: string): string =>
  tokens(text)
    .map((token) => token.text)
    .join(" | ");

describe("tokens", () => {
  it.each<[string, string, string]>([
    [
      "names stay whole",
      "Reason3DVG-8B, ImageNet-1k and GPT-3.5-Turbo",
      "Reason3DVG-8B | , | ImageNet-1k | and | GPT-3.5-Turbo",
    ],
    [
      "names with formulas stay whole",
      "I^2L beats M$^2$OE$^2$-GL ($k$-means)",
      "I^2L | beats | M$^2$OE$^2$-GL | ( | $k$-means | )",
    ],
    ["sizes behind a slash stay", "CIFAR-10/100 and Qwen2.5-7B/14B", "CIFAR-10/100 | and | Qwen2.5-7B/14B"],
    ["two names behind a slash are two", "GPT-4o/Claude-3", "GPT-4o | / | Claude-3"],
    [
      "what only leans on a name is apart",
      "BERT-based, GPT-style, LLM-assisted",
      "BERT | - | based | , | GPT | - | style | , | LLM | - | assisted",
    ],
    ["but not what belongs to it", "bert-base-uncased, Llama-2-13b-chat", "bert-base-uncased | , | Llama-2-13b-chat"],
    ["prefixes before a name are apart", "non-Transformer", "non | - | Transformer"],
    ["the possessive is apart", "Dijkstra's and O'Reilly don't", "Dijkstra | 's | and | O'Reilly | don't"],
    [
      "marks that belong to names",
      "C++, UNet++, A* but *loud* words",
      "C++ | , | UNet++ | , | A* | but | * | loud | * | words",
    ],
    [
      "LaTeX commands",
      "\\textbf{Foo} and $\\texttt{Name}$",
      "\\textbf | { | Foo | } | and | $ | \\texttt | { | Name | } | $",
    ],
    ["HTML tags", "<i>Foo</i> H<sub>2</sub>O", "<i> | Foo | </i> | H<sub>2</sub>O"],
    ["a formula is one", "in $O(n \\log n)$ for $5 or $10.", "in | $O(n \\log n)$ | for | $ | 5 | or | $ | 10 | ."],
    ["an address is one", "at https://example.org/Foo-Bar now", "at | https://example.org/Foo-Bar | now"],
    ["a missing space", "It works.We win", "It | works | . | We | win"],
    [
      "a name inside Chinese",
      "\u6211\u4eec\u63d0\u51fa\u4e86BERT\u6a21\u578b",
      "\u6211\u4eec\u63d0\u51fa\u4e86 | BERT | \u6a21\u578b",
    ],
    ["nothing", " \n ", ""],
  ])("%s", (_name, text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it("slice back to the text and leave out only white space, whatever the text", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("GPT-4", "$x$", "-based", "'s", "\\a{", "</b>", "$", "*", "/", " "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const token of tokens(text)) {
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(text.slice(at, token.start).trim()).toBe("");
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });

  it.each(["-based", "a.", "<a", "$ a", "a's/"])("a megabyte of %j", (part) => {
    const text = part.repeat(1_000_000 / part.length);
    expect(tokens(text).at(-1)?.end).toBe(text.length);
  });
});
