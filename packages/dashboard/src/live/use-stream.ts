import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { StreamedEvent } from '../api/shapes.ts';
import { useSession } from '../session/session.ts';
import { readAgain } from './read-again.ts';
import { keepStream, onBeginning, onEvents } from './stream.ts';

/** Keeps the stream open as long as somebody is signed in. */
export const useStream = (): void => {
  const client = useQueryClient();
  const session = useSession();
  const subject = session.state === 'in' ? session.who.subject : undefined;
  const until = session.state === 'in' ? session.who.expiresAt : undefined;
  useEffect(() => {
    if (subject === undefined || until === undefined) return;
    const over = new AbortController();
    void keepStream(over.signal);
    return () => over.abort();
  }, [subject, until]);
  useEffect(() => onBeginning(() => void readAgain(client)), [client]);
};

/** Calls with each bundle of events; the newest function is called, whenever it was made. */
export const useEvents = (listener: (events: readonly StreamedEvent[]) => void): void => {
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => onEvents((events) => newest.current(events)), []);
};
