export default async function teardown() {
  await globalThis.papergraphNeo4j?.stop();
}
