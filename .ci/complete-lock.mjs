// Adds to package-lock.json the optional packages of other platforms that npm left out.
//
// npm leaves out an optional package that it could not look up while it wrote the lock file, and then `npm ci` refuses
// the lock file as out of step with package.json. Their versions are known all the same: the package that asks for
// them names one exactly. Run it after `npm install`; `npm ci` tells whether it is needed.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const PLATFORM =
  /-(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|ia32|ppc64|riscv64|s390x|x64)(?:-(?<abi>[a-z]+))?$/;

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const added = [];
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    const platform = PLATFORM.exec(name)?.groups;
    if (platform === undefined || `node_modules/${name}` in lock.packages) continue;
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${name}: no exact version, but "${version}".`);
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [platform.cpu],
      ...(owner.dev ? { dev: true } : {}),
      license: owner.license,
      optional: true,
      os: [platform.os],
    };
    added.push(`${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'Nothing is missing.' : `Added:\n${added.join('\n')}`);
