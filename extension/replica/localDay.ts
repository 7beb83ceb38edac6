/** The day as the person's own device counts it. */

/** Last instant of the local day that holds `at`, epoch ms. */
export function endOfDay(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1;
}

/** Minutes since the local midnight before `at`. */
export function minuteOfDay(at: number): number {
  const day = new Date(at);
  return day.getHours() * 60 + day.getMinutes();
}
