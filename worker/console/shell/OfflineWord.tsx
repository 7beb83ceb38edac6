/** Says when the browser has no connection, and is silent otherwise. */
import { useEffect, useState } from 'preact/hooks';
import { useSession } from '../session.ts';

export function OfflineWord() {
  const { words } = useSession();
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const leaving = new AbortController();
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look, { signal: leaving.signal });
    addEventListener('offline', look, { signal: leaving.signal });
    return () => leaving.abort();
  }, []);
  return (
    <div role="status" class="offline">
      {isOnline ? null : <p>{words.offline}</p>}
    </div>
  );
}
