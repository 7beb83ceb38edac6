import { useEffect, useState } from 'preact/hooks';

/** Whether the browser believes it has a network. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const listening = new AbortController();
    const read = () => setOnline(navigator.onLine);
    addEventListener('online', read, { signal: listening.signal });
    addEventListener('offline', read, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return online;
}
