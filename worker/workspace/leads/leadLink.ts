/** Where a lead opens in the console: an address that says nothing about who it is. */
export function leadLink(origin: string, leadId: string): string {
  return `${origin}/console/leads/${encodeURIComponent(leadId)}`;
}
