import { Field, ID, InterfaceType } from "type-graphql";

/** The name of the type of an entity of this kind. */
export const TYPE_OF_KIND = { METHOD: "Method", MODEL: "Model", DATASET: "Dataset" } as const;

@InterfaceType("Node", {
  description: "Anything with an id: papers and entities. Ids are the same on every machine and after every ingest.",
  resolveType: (node: { kind?: keyof typeof TYPE_OF_KIND }) => (node.kind ? TYPE_OF_KIND[node.kind] : "Paper"),
})
export abstract class Node {
  @Field(() => ID, { description: "Its id, such as arxiv:1706.03762 or entity:in-context-learning." })
  id!: string;
}
