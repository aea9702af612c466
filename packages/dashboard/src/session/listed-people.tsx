import { type ComponentProps, lazy, Suspense } from 'react';

const PeopleList = lazy(async () => ({ default: (await import('./people-list.tsx')).PeopleList }));

/** The list of people, which only development has: no part of the first page that others load. */
export const ListedPeople = (props: ComponentProps<typeof PeopleList>) => (
  <Suspense fallback={null}>
    <PeopleList {...props} />
  </Suspense>
);
