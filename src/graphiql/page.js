/**
 * The page at /graphiql, for browsers: GraphiQL over this server, with the example operations as a list beside it.
 * `scripts/build-graphiql.mjs` makes one file of it and of all that it needs.
 */
import { useEditorContext } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import "./page.css";
import { createElement, useEffect } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";

const { examples, firstQuestion } = JSON.parse(document.getElementById("page-data").textContent);

const ask = async (request) => {
  const headers = { "content-type": "application/json" };
  const response = await fetch("graphql", { method: "POST", headers, body: JSON.stringify(request) });
  return response.json();
};

const ExamplesIcon = () =>
  createElement(
    "svg",
    { viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.5, height: "1em" },
    createElement("path", { d: "M4 5h16M4 12h16M4 19h10" }),
  );

const ExampleList = () => {
  const { addTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const show = ({ query, variables }) => {
    // What someone wrote stays, in its own tab.
    const isOurs = [firstQuestion, ...examples.map((example) => example.query)].includes(queryEditor.getValue());
    if (!isOurs) flushSync(addTab);
    queryEditor.setValue(query);
    variableEditor?.setValue(variables);
  };
  const entries = examples.map((example) =>
    createElement(
      "li",
      { key: example.name },
      createElement("button", { type: "button", onClick: () => show(example) }, example.name),
      createElement("p", null, example.about),
    ),
  );
  return createElement(
    "section",
    { "aria-label": "Examples", className: "example-pane" },
    createElement("div", { className: "graphiql-doc-explorer-title" }, "Examples"),
    createElement("ul", { className: "example-list" }, entries),
  );
};

const PLUGINS = [{ title: "Examples", icon: ExamplesIcon, content: ExampleList }];

const Page = () => {
  // GraphiQL 4 keeps the pane of a plugin closed that it is told to begin with; its own button opens it.
  useEffect(() => {
    setTimeout(() => document.querySelector('button[aria-label="Show Examples"]')?.click(), 0);
  }, []);
  return createElement(GraphiQL, {
    fetcher: ask,
    defaultQuery: firstQuestion,
    plugins: PLUGINS,
    defaultEditorToolsVisibility: "variables",
    isHeadersEditorEnabled: false,
  });
};

createRoot(document.getElementById("page")).render(createElement(Page));
