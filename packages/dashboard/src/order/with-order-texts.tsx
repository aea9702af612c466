import type { ReactNode } from 'react';
import { WithTexts } from '../app/with-texts.tsx';

/** Adds the texts of the order's page. */
export const WithOrderTexts = ({ children }: { children: ReactNode }) => <WithTexts of="order">{children}</WithTexts>;
