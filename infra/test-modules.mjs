// The modules that a suite of tests loads: ours anew for each, with whatever they keep, and libraries once in a worker.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SourceTextModule, SyntheticModule } from 'node:vm';
import { transformSync } from '@swc/wasm-typescript';

/** By address: TypeScript without its types, and what Node itself has loaded. */
const sources = new Map();
const libraries = new Map();
/** By what is asked for and from where. */
const found = new Map();

const isOurs = (address) => address.startsWith('file:') && new URL(address).pathname.endsWith('.ts');

const sourceOf = (path, importer) => {
  try {
    const source = sources.get(path) ?? transformSync(readFileSync(path, 'utf8'), { mode: 'strip-only' }).code;
    sources.set(path, source);
    return source;
  } catch (reason) {
    throw new Error(`could not read ${path}, which ${importer} imports: ${reason.message ?? reason}`);
  }
};

const moduleOf = async (identifier, exported) => {
  const module = new SyntheticModule(
    Object.keys(exported),
    () => {
      for (const [name, value] of Object.entries(exported)) module.setExport(name, value);
    },
    { identifier },
  );
  await module.link(() => undefined);
  await module.evaluate();
  return module;
};

const libraryAt = (address, attributes) => {
  const library =
    libraries.get(address) ?? import(address, { with: attributes }).then((exported) => moduleOf(address, exported));
  libraries.set(address, library);
  return library;
};

/**
 * What one suite loads: `mapped` as jest's moduleNameMapper, `given` what stands in the place of a module, by what is asked
 * for. A module of ours that is asked for with a query is another one, and so is what of ours it imports.
 */
export const createModules = (mapped, given) => {
  const mappings = mapped.map(([pattern, path]) => [new RegExp(pattern), path]);
  const ours = new Map();
  const addresses = new WeakMap();
  const places = new Map(Object.entries(given).map(([asked, exported]) => [asked, moduleOf(asked, exported)]));
  let linked = Promise.resolve();

  const addressOf = (specifier, from) => {
    const asked = `${specifier} ${from}`;
    const known = found.get(asked);
    if (known !== undefined) return known;
    const mapping = mappings.find(([pattern]) => pattern.test(specifier));
    const plain = import.meta.resolve(mapping ? specifier.replace(...mapping) : specifier, from);
    const address = isOurs(plain) ? `${plain}${new URL(from).search}` : plain;
    found.set(asked, address);
    return address;
  };

  const ourModuleAt = (address, importer) => {
    const path = fileURLToPath(address);
    const module =
      ours.get(address) ??
      new SourceTextModule(sourceOf(path, importer), {
        identifier: path,
        initializeImportMeta: (meta) =>
          Object.assign(meta, {
            ...{ url: address, filename: path, dirname: dirname(path) },
            resolve: (specifier) => addressOf(specifier, address),
          }),
        importModuleDynamically: (specifier, _module, attributes) => load(specifier, address, attributes),
      });
    ours.set(address, module);
    addresses.set(module, address);
    return module;
  };

  const link = (specifier, from, { attributes }) => {
    const place = places.get(specifier);
    if (place !== undefined) return place;
    const address = addressOf(specifier, addresses.get(from));
    return isOurs(address) ? ourModuleAt(address, from.identifier) : libraryAt(address, attributes);
  };

  /** One after the other: what two that are linked at once have in common would be linked twice. */
  const linkInTurn = (module) => {
    const linking = linked.then(() => (module.status === 'unlinked' ? module.link(link) : undefined));
    linked = linking.catch(() => undefined);
    return linking;
  };

  const load = async (specifier, from, attributes) => {
    const address = addressOf(specifier, from);
    if (!isOurs(address)) return libraryAt(address, attributes);
    const module = ourModuleAt(address, from);
    await linkInTurn(module);
    await module.evaluate();
    return module;
  };

  return (path) => load(path, pathToFileURL(path).href, {});
};
