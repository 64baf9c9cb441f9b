/** What sort of thing a noun names that stands beside a name: a kind, or something that is no entity. */
export type Head = "METHOD" | "MODEL" | "DATASET" | "TASK" | "PLACE";

const WORDS: Readonly<Record<Head, string>> = {
  DATASET:
    "dataset data-set benchmark benchmarks corpus corpora leaderboard testbed database collection suite testset treebank " +
    "bench challenge competition test-bed simulator environment knowledge-base wordnet lexicon repository dataset(s) track",
  MODEL:
    "model llm vlm mllm lvlm lmm checkpoint backbone family encoder language-model foundation-model mllms vlms llms " +
    "chatbot variant",
  METHOD:
    "framework method approach algorithm technique strategy mechanism system pipeline paradigm toolkit library architecture " +
    "module scheme procedure loss objective learning optimizer optimiser agent layer tool platform network estimator solver " +
    "decoder protocol package software regularizer regularization attention tuning training prompting distillation search " +
    "transformer sampler scheduler planner engine plugin interface workflow methodology formulation solution policy",
  TASK:
    "task problem metric score measure error accuracy rate index setting scenario language conference workshop hypothesis " +
    "phenomenon issue era industry domain application community user developer researcher law regulation",
  PLACE:
    "gpu gpus cpu cpus university institute institution laboratory company hardware device chip processor server lab",
};

const heads = new Map(
  (Object.keys(WORDS) as Head[]).flatMap((head) => WORDS[head].split(" ").map((word) => [word, head] as const)),
);

/** The sort of thing that a word in small letters names, singular or plural. */
export const headOf = (word: string): Head | undefined => heads.get(word) ?? heads.get(word.replace(/s$/, ""));

const KIND_OF_NAME: readonly [RegExp, "METHOD" | "MODEL" | "DATASET"][] = [
  [
    /(?:Bench|Dataset|Corpus|QA|VQA|DB|Eval|Arena|Bank|Set|Gym|World|Challenge|KB|KG|Data|Suite|Benchmark)(?:[-\d.]*|s)$/,
    "DATASET",
  ],
  [
    /\d(?:\.\d+)?[BM](?:$|-)|(?:^|-|[a-z])(?:GPT|LLM|Llama|LLaMA|BERT|BERTa|VLM|MLLM|LM|CLIP|Qwen|T5|LLaVA)(?:[-v\d.]|$)/,
    "MODEL",
  ],
];

/** The kind that a name itself suggests: MathBench, Reason-8B. */
export const kindOfName = (name: string): "METHOD" | "MODEL" | "DATASET" | undefined =>
  KIND_OF_NAME.find(([pattern]) => pattern.test(name))?.[1];
