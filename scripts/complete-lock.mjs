/**
 * Gives package-lock.json an entry for every platform's optional binary package.
 *
 * npm leaves an entry out when the registry at hand does not carry that platform's package, and then `npm ci` refuses
 * the lock everywhere. The packages' names say for which system they are, so the entries can be written without asking.
 * Run it after `npm install`: `node scripts/complete-lock.mjs`. It says how many entries it added.
 */
import { readFileSync, writeFileSync } from "node:fs";

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const LIBC = { gnu: "glibc", glibc: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };
const CPUS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"];

/** `@swc/core-linux-arm-gnueabihf`: system, processor and C library, as npm records them. */
const platformOf = (name) => {
  const words = name.split(/[/-]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => CPUS.includes(word));
  const libc = os === "linux" ? words.map((word) => LIBC[word]).find(Boolean) : undefined;
  if (!os || !cpu) throw new Error(`${name}: the name does not say for which system it is; add it to this script`);
  return { cpu: [cpu], ...(libc ? { libc: [libc] } : {}), os: [os] };
};

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const before = Object.keys(lock.packages).length;
for (const [place, about] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(about.optionalDependencies ?? {})) {
    if (lock.packages[`node_modules/${name}`] || lock.packages[`${place}/node_modules/${name}`]) continue;
    const entry = { ...platformOf(name), ...(about.dev ? { dev: true } : {}), optional: true };
    lock.packages[`node_modules/${name}`] = { version, ...Object.fromEntries(Object.entries(entry).sort()) };
  }
}
const sorted = Object.keys(lock.packages).sort((a, b) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries(sorted.map((place) => [place, lock.packages[place]]));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${sorted.length - before} entries added to package-lock.json`);
