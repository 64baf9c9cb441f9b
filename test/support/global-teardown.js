export default async function teardown() {
  await Promise.all((globalThis.papergraphNeo4j ?? []).map((server) => server.stop()));
}
