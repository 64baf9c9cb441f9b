import { describe, expect, it } from "@jest/globals";
import { variantBases } from "../../ingest/link/variants.js";
import { readableForm } from "../../src/text/normal-form.js";

/** `key`, or `key KIND/KIND` where only a base of these kinds will do. */
const basesOf = (name: string): string[] =>
  variantBases(readableForm(name)).map(({ key, kinds }) => (kinds ? `${key} ${kinds.join("/")}` : key));

describe("what a name may be a variant of", () => {
  it.each([
    ["Llama-2-13b-chat-hf", ["llama2-13bchat", "llama2-13b", "llama2", "llama DATASET"]],
    ["GPT-4", ["gpt DATASET"]],
    ["GPT-4o", []],
    ["GPT-3.5-Turbo", ["gpt3.5 MODEL/DATASET", "gpt DATASET"]],
    ["ResNet-50", ["resnet"]],
    ["ImageNet-21k", ["imagenet"]],
    ["ADE20K", ["ade MODEL"]],
    ["SQuAD 2.0", ["squad DATASET"]],
    ["DINOv2", ["dino DATASET"]],
    ["Whisper-large-v2", ["whisperlarge", "whisper"]],
    ["gpt-4o-2024-08-06", ["gpt4o"]],
    ["ViT-B/16", ["vit"]],
    ["YOLOv8n", ["yolo8 MODEL/METHOD"]],
    ["WMT14 En-De", ["wmt2014 DATASET", "wmt DATASET"]],
    ["AIME24", ["aime"]],
    ["SemEval-2024 Task 8", ["semeval2024", "semeval"]],
    ["DeepSeek-R1-Distill-Qwen-7B", ["deepseekr1distillqwen", "deepseekr1distill", "deepseekr1"]],
    ["Tiny-ImageNet", ["imagenet DATASET"]],
    ["CLIP ViT-B/32", ["clipvit", "clip MODEL"]],
    ["Transformer-XL", ["transformer MODEL/DATASET"]],
    ["Adam-mini", ["adam MODEL/DATASET"]],
    ["ViT-Large", ["vit"]],
    ["OpenML-AutoML", []],
    ["BERT", []],
    ["DeepSeek-R1", []],
    ["in-context learning", []],
  ])("%s", (name, bases) => {
    expect(basesOf(name)).toEqual(bases);
  });
});
