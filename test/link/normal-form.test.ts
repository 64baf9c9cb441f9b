import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { foldMarkup } from "../../src/text/fold-markup.js";
import { keyOfForm, normalForm, readableForm } from "../../src/text/normal-form.js";

describe("the forms of a name", () => {
  it.each([
    ["In-Context Learning", "in-context-learning", "incontextlearning"],
    ["LLaMA2", "llama-2", "llama2"],
    ["Bi-LSTMs", "bi-lstm", "bilstm"],
    ["BiLSTM", "bilstm", "bilstm"],
    ["SQuADv2.0", "squad-v2.0", "squad2"],
    ["GPT-4 32k", "gpt-4-32k", "gpt4-32k"],
    ["WMT'14", "wmt-2014", "wmt2014"],
    ["Claude Opus 4.5", "claude-4.5-opus", "claude4.5opus"],
    ["$\\beta$-VAEs", "beta-vae", "betavae"],
    ["\u03b2-VAE", "beta-vae", "betavae"],
    ["M$^2$OE$^2$-GL", "m2oe2-gl", "m2oe2gl"],
    ["word2vec", "word2vec", "word2vec"],
    ["conv2d", "conv2d", "conv2d"],
    ["UNet++", "unet++", "unet++"],
    ["A* search", "a*-search", "a*search"],
    ["C#", "c#", "c#"],
    ["DARTS", "darts", "darts"],
    ["darts", "dart", "dart"],
    ["naive Bayes", "naive-bayes", "naivebayes"],
    ["Concept Bottleneck Models (CBMs)", "concept-bottleneck-model", "conceptbottleneckmodel"],
    ["MNIST dataset", "mnist", "mnist"],
    ["object detection dataset", "object-detection-dataset", "objectdetectiondataset"],
    ["meta-llama/Llama-2-7b-hf", "llama-2-7b-hf", "llama2-7bhf"],
    ["CIFAR-10/100", "cifar-10-100", "cifar10-100"],
    ["pairwise", "pairwise", "pairwise"],
    ["pair-wise", "pair-wise", "pairwise"],
    ["Energy-Based Models", "energy-based-model", "energybasedmodel"],
    ["LoRA methods", "lora", "lora"],
    ["U-Net architecture", "u-net", "unet"],
    ["Normalising Flows", "normalising-flow", "normalizingflow"],
    ["The Pile", "the-pile", "pile"],
    ["\u7ee7\u7eed\u9884\u8bad\u7ec3", "\u7ee7\u7eed\u9884\u8bad\u7ec3", "\u7ee7\u7eed\u9884\u8bad\u7ec3"],
    ["\u{1f600}", "", ""],
    ["--", "", ""],
    ["", "", ""],
  ])("of %j are %j and %j", (name, readable, key) => {
    expect([readableForm(name), normalForm(name)]).toEqual([readable, key]);
  });

  it("do not change with case, separators or markup of a plain name", () => {
    const word = fc.stringMatching(/^[a-z]{3,8}[b-rt-z]$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), (words) => {
        const written = [
          words.join(" "),
          words.join("-"),
          `\\textbf{${words.join("_")}}`,
          `$\\text{${words.join(" ")}}$`,
        ];
        expect([...new Set(written.map(normalForm))]).toEqual([normalForm(words.join(" "))]);
      }),
      { seed: 20261124 },
    );
  });

  it("belong together for any text, and are never longer than an index takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 500 }), (name) => {
        const form = readableForm(name);
        expect(form.length).toBeLessThanOrEqual(120);
        expect(form).not.toMatch(/^-|-$|--|\s/);
        expect(keyOfForm(form)).toBe(normalForm(name));
      }),
      { seed: 20261124 },
    );
  });

  it.each([
    ["\\textbf{E}vent-\\textbf{B}ased", "Event-Based"],
    ["$\\beta$-VAE", "\u03b2-VAE"],
    ["Fr\\'echet {\\sc Net}", "Frechet Net"],
    ["M<sup>2</sup>BERT", "M2BERT"],
    ["CHASE\\_DB1", "CHASE_DB1"],
    ["$\\pi_{0.5}$", "\u03c0_0.5"],
    ["Q$^*$", "Q*"],
    ["*plain*", "plain"],
    ["\\squad", "squad"],
  ])("show %j as %j", (name, shown) => {
    expect(foldMarkup(name)).toBe(shown);
  });
});
