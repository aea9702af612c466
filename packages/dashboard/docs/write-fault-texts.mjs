// Writes what the page says of each fault of a model, from the table that the price engine has of them; `npm run docs`
// compiles it first. With --check nothing is written: the names of files that would change go to standard output.
import { readFileSync, writeFileSync } from 'node:fs';
import { FAULT_LANGUAGES, FAULT_WORDS } from '../../pricing/dist/fault-words.js';

const textsOf = (language) => {
  const words = Object.fromEntries(Object.entries(FAULT_WORDS).map(([code, words]) => [code, words[language]]));
  return `// Made by \`npm run docs\` from packages/pricing/src/fault-words.ts.\nexport const modelFault = ${JSON.stringify(words, null, 2)} as const;\n`;
};

const place = (language) => new URL(`../src/texts/${language}/faults.gen.ts`, import.meta.url);
const texts = FAULT_LANGUAGES.map((language) => [language, textsOf(language)]);

if (process.argv[2] === '--check') {
  const old = texts.filter(([language, text]) => readFileSync(place(language), 'utf8') !== text);
  process.stdout.write(old.map(([language]) => language).join('\n'));
} else for (const [language, text] of texts) writeFileSync(place(language), text);
