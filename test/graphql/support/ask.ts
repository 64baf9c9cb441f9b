import { type ExecutionResult, execute, parse, validate } from "graphql";
import { createContext } from "../../../schema/context.js";
import { createSchema } from "../../../schema/create-schema.js";
import { PapergraphError } from "../../../src/errors.js";
import type { Store } from "../../../src/store/store.js";

type Variables = Readonly<Record<string, unknown>>;

/** The data that an operation answers, as plain JSON. Throws when it is not valid or any field fails. */
export async function ask<T = Record<string, never>>(
  store: Store,
  document: string,
  variables: Variables = {},
): Promise<T> {
  const { data, errors } = await run(store, document, variables);
  const [error] = errors ?? [];
  if (error) throw error.originalError ?? error;
  return JSON.parse(JSON.stringify(data)) as T;
}

/** The code and facts of the catalogue error with which an operation fails. */
export async function fails(store: Store, document: string, variables: Variables = {}) {
  const { errors = [] } = await run(store, document, variables);
  return errors.map(({ originalError }) => {
    if (originalError instanceof PapergraphError) return { code: originalError.code, ...originalError.details };
    throw originalError ?? errors[0];
  });
}

/** The code with which an operation fails whose time is up before it begins. */
export async function failsOutOfTime(store: Store, document: string, variables: Variables = {}) {
  const { errors = [] } = await run(store, document, variables, AbortSignal.abort());
  return errors.map(({ originalError }) => (originalError instanceof PapergraphError ? originalError.code : "none"));
}

async function run(
  store: Store,
  document: string,
  variableValues: Variables,
  signal?: AbortSignal,
): Promise<ExecutionResult> {
  const schema = createSchema();
  const parsed = parse(document);
  const [invalid] = validate(schema, parsed);
  if (invalid) throw invalid;
  const contextValue = createContext(store, signal ? { signal } : {});
  return execute({ schema, document: parsed, variableValues, contextValue });
}

/** A store that lists the statements it reads, in `read`. */
export function listening(store: Store): { store: Store; read: string[] } {
  const read: string[] = [];
  const listener = Object.create(store, {
    read: {
      value: (...args: Parameters<Store["read"]>) => {
        read.push(args[0].name);
        return store.read(...args);
      },
    },
    info: { value: () => store.info() },
    searchText: { value: (...args: Parameters<Store["searchText"]>) => store.searchText(...args) },
  }) as Store;
  return { store: listener, read };
}
