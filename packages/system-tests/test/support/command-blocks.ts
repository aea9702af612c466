import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/private-system.ts';

/** What the documents ask their readers to run. In `sh` each line is a command of its own; `bash` runs as one. */
export interface CommandBlock {
  readonly document: string;
  readonly heading: string;
  /** Its first line, without a comment behind it. */
  readonly begins: string;
  readonly script: string;
}

export const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', 'docs/operations.md', 'docs/architecture.md'] as const;
export type Document = (typeof DOCUMENTS)[number];

const FENCED = /^( *)```([a-z]*)\n(.*?)^ *```$|^(#+ [^\n]*)$/gms;
/** Everything else is a picture or a text. */
const COMMANDS_IN_A_PICTURE = /^ *(?:\$ )?(?:npm|npx|node|curl|psql|git|kill) /m;

const withoutComment = (line: string): string => line.replace(/\s+#.*$/, '').trim();
const isCommand = (line: string): boolean => line.trim() !== '' && !line.trim().startsWith('#');

/** @throws Error where commands stand in a block that says not by which shell they are run */
export const commandBlocks = (document: Document): CommandBlock[] => {
  let heading = '';
  return [...readFileSync(join(ROOT, document), 'utf8').matchAll(FENCED)].flatMap(
    ([, , language = '', text = '', title]) => {
      if (title !== undefined) {
        heading = title.replace(/^#+ /, '');
        return [];
      }
      const lines = text.split('\n').filter(isCommand);
      const block = (script: string): CommandBlock => ({
        document,
        heading,
        begins: withoutComment(script.split('\n').find(isCommand) ?? ''),
        script,
      });
      if (language === 'bash') return [block(text)];
      if (language === 'sh') return lines.map(block);
      if (language !== '' || COMMANDS_IN_A_PICTURE.test(text))
        throw new Error(
          `${document}, "${heading}": commands stand in a block of sh (each line alone) or bash (as one), not of "${language}"`,
        );
      return [];
    },
  );
};
