import { credential, noticeRefusal } from './credential.ts';
import { problemOf } from './problem.ts';

/** Hands a file to the browser's downloads. */
export const keepFile = (content: Blob, name: string): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** What the API answers at an address, as a file. The token goes in a header, so a plain link would not do. */
export const download = async (address: string, name: string): Promise<void> => {
  const response = await fetch(address, { headers: credential() });
  if (!response.ok) {
    noticeRefusal(response);
    throw await problemOf(response);
  }
  keepFile(await response.blob(), name);
};
