/** Whether the browser lets us show notices of the system. */
import { browser } from 'wxt/browser';

/** Absent until the permission was given, in both browsers. */
export async function mayNotify(): Promise<boolean> {
  return (
    'notifications' in browser && (await browser.permissions.contains({ permissions: ['notifications'] }))
  );
}
