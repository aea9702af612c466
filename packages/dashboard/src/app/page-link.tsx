import { Link } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import { PAGES, type PageEntry, type PageName } from './pages.ts';

interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'target'> {
  page: PageName;
  /** What the address says beside the path; the page leaves out what it cannot mean. */
  search?: object;
}

/** A link to a page of the rail. */
export const PageLink = ({ page, search = {}, ...rest }: PageLinkProps) => {
  const { path }: PageEntry = PAGES[page];
  return <Link to={path} search={search as never} {...rest} />;
};
