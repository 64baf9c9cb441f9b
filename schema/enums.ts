import { registerEnumType } from "type-graphql";

/** The enums of the schema. Their values are those of src/vocabulary.ts and of the orders in src/store/filter. */
export const KindEnum = { METHOD: "METHOD", MODEL: "MODEL", DATASET: "DATASET" } as const;
registerEnumType(KindEnum, {
  name: "Kind",
  description: "What an entity is.",
  valuesConfig: {
    METHOD: { description: "A technique, algorithm or framework, such as entity:in-context-learning." },
    MODEL: { description: "A model or family of models, such as entity:bert." },
    DATASET: { description: "A dataset or benchmark, such as entity:imagenet." },
  },
});

export const RoleEnum = {
  INTRODUCES: "INTRODUCES",
  EVALUATES: "EVALUATES",
  USES: "USES",
  COMPARES: "COMPARES",
  MENTIONS: "MENTIONS",
} as const;
registerEnumType(RoleEnum, {
  name: "Role",
  description: "What a paper does with an entity. Of several, the strongest is kept; they are listed strongest first.",
  valuesConfig: {
    INTRODUCES: { description: "The paper presents it." },
    EVALUATES: {
      description: "The paper experiments on that dataset, or studies that model or method as its subject.",
    },
    USES: { description: "It is a component or basis of what the paper does." },
    COMPARES: { description: "It is a baseline that the paper compares with." },
    MENTIONS: { description: "It is named as background." },
  },
});

export const TextFieldEnum = { TITLE: "title", ABSTRACT: "abstract" } as const;
registerEnumType(TextFieldEnum, {
  name: "TextField",
  description: "A text of a paper.",
  valuesConfig: { TITLE: { description: "Its title." }, ABSTRACT: { description: "Its abstract." } },
});

export const DirectionEnum = { ASC: "ASC", DESC: "DESC" } as const;
registerEnumType(DirectionEnum, {
  name: "Direction",
  description: "The direction of an order.",
  valuesConfig: {
    ASC: { description: "Smallest, oldest or first in the alphabet first." },
    DESC: { description: "Largest, newest or last in the alphabet first." },
  },
});

export const PaperOrderFieldEnum = { DATE: "DATE", TITLE: "TITLE" } as const;
registerEnumType(PaperOrderFieldEnum, {
  name: "PaperOrderField",
  description: "What papers can be ordered by. Where it is equal, by id.",
  valuesConfig: {
    DATE: { description: "Date, as exact as it is known; papers without one come last." },
    TITLE: { description: "Title, by its words; case, accents and punctuation do not count." },
  },
});

export const EntityOrderFieldEnum = { PAPER_COUNT: "PAPER_COUNT", NAME: "NAME", FIRST_YEAR: "FIRST_YEAR" } as const;
registerEnumType(EntityOrderFieldEnum, {
  name: "EntityOrderField",
  description: "What entities can be ordered by. Where it is equal, by id.",
  valuesConfig: {
    PAPER_COUNT: { description: "How many papers mention it." },
    NAME: { description: "Name, by its words; case, accents and punctuation do not count." },
    FIRST_YEAR: { description: "The year of its first paper; entities without one come last." },
  },
});

export const AssociationEnum = { COUNT: "COUNT", LIFT: "LIFT", JACCARD: "JACCARD" } as const;
export type Association = keyof typeof AssociationEnum;
registerEnumType(AssociationEnum, {
  name: "Association",
  description: "How strongly two entities belong together. All numbers are counted over the papers of `where` alone.",
  valuesConfig: {
    COUNT: { description: "By the papers that mention both." },
    LIFT: {
      description:
        "By how many times as many papers mention both as would by chance: both * all / (one * other). Above 1 they " +
        "attract, below 1 they avoid each other. It favours what is rare; see `minTogether`.",
    },
    JACCARD: {
      description: "By the share, 0 to 1, that the papers with both have among those with either.",
    },
  },
});

export const DimensionEnum = { KIND: "KIND", ROLE: "ROLE", YEAR: "YEAR", VENUE: "VENUE", ENTITY: "ENTITY" } as const;
registerEnumType(DimensionEnum, {
  name: "Dimension",
  description: "What papers can be counted by. A paper counts once for each value that it has.",
  valuesConfig: {
    KIND: { description: "The kinds of what it mentions." },
    ROLE: { description: "The roles in which it mentions anything." },
    YEAR: { description: "Its year; papers of unknown year are left out." },
    VENUE: { description: "Its venue; papers of unknown venue are left out." },
    ENTITY: { description: "The entities that it mentions." },
  },
});

export const SearchKindEnum = { PAPER: "PAPER", ...KindEnum } as const;
export type SearchKind = keyof typeof SearchKindEnum;
registerEnumType(SearchKindEnum, {
  name: "SearchKind",
  description: "What a text search can find.",
  valuesConfig: {
    PAPER: { description: "Papers, by title and abstract." },
    METHOD: { description: "Methods, by name and aliases." },
    MODEL: { description: "Models, by name and aliases." },
    DATASET: { description: "Datasets, by name and aliases." },
  },
});

export const NameStatusEnum = { DIRECT: "DIRECT", AMBIGUOUS: "AMBIGUOUS", NONE: "NONE" } as const;
export type NameStatus = keyof typeof NameStatusEnum;
registerEnumType(NameStatusEnum, {
  name: "NameStatus",
  description: "Whether a name leads to an entity.",
  valuesConfig: {
    DIRECT: { description: "One entity bears the name." },
    AMBIGUOUS: { description: "Several entities bear the name; see the candidates." },
    NONE: { description: "No entity bears the name." },
  },
});
