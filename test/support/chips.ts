/**
 * Chips as a person or a screen reader meets them. Their shadow roots are closed, so the
 * accessibility tree is read over the debugging protocol, and clicks land by coordinates.
 */
import type { CDPSession, Frame, Page } from '@playwright/test';

export interface Chip {
  /** Accessible name, e.g. `Combinado: score 72, MQL, first response, 1 h 20`. */
  readonly name: string;
  /** Text of the page around it: of the closest ancestor matching the selector asked with. */
  readonly beside: string;
  /** The pointer comes over its middle. */
  hover(): Promise<void>;
  /** A real click in its middle. */
  click(): Promise<void>;
}

/**
 * Every chip shown on the page or in one of its same-process frames.
 * @param row selector of what surrounds a chip, e.g. `tr`; its text becomes `beside`.
 */
export async function chipsOn(page: Page, row: string, frame?: Frame): Promise<Chip[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const nodes = await accessibleChips(session, frame);
    const chips: Chip[] = [];
    for (const { name, backendNodeId } of nodes) {
      const beside = await textAround(session, backendNodeId, row);
      if (beside === undefined) continue;
      chips.push({
        name,
        beside,
        hover: async () => page.mouse.move(...(await middleOf(page, backendNodeId))),
        click: () => clickNode(page, backendNodeId),
      });
    }
    return chips;
  } finally {
    await session.detach();
  }
}

/** Waits until `found` accepts the chips shown, or throws saying what was there instead. */
export async function untilChips(
  page: Page,
  row: string,
  found: (chips: readonly Chip[]) => boolean,
  options: { readonly frame?: Frame; readonly withinMs?: number } = {},
): Promise<Chip[]> {
  const deadline = Date.now() + (options.withinMs ?? 15_000);
  let chips: Chip[] = [];
  while (Date.now() < deadline) {
    chips = await chipsOn(page, row, options.frame).catch(() => []);
    if (found(chips)) return chips;
    await page.waitForTimeout(100);
  }
  const shown = chips.map((chip) => `${chip.beside} → ${chip.name}`).join('\n');
  throw new Error(`The chips never became what was awaited. Shown:\n${shown || 'none'}`);
}

/** A control of ours on the page that is no chip: the strip's switch, the toast's undo. */
export async function clickOurs(page: Page, name: RegExp, frame?: Frame): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const deadline = Date.now() + 10_000;
  try {
    while (Date.now() < deadline) {
      const nodes = await accessibleNodes(session, frame);
      const node = nodes.find((each) => each.role === 'button' && name.test(each.name));
      if (node) return await clickNode(page, node.backendNodeId);
      await page.waitForTimeout(100);
    }
  } finally {
    await session.detach();
  }
  throw new Error(`Nothing of ours is called ${name}.`);
}

/** What our lines on the page say to a screen reader: the compose strip, the toast. */
export async function linesOn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const lines: string[] = [];
    for (const { role, backendNodeId } of await accessibleNodes(session)) {
      if (role !== 'status') continue;
      const text = await closedText(session, backendNodeId);
      if (text) lines.push(text);
    }
    return lines;
  } finally {
    await session.detach();
  }
}

async function accessibleChips(session: CDPSession, frame: Frame | undefined) {
  const nodes = await accessibleNodes(session, frame);
  return nodes.filter(({ role, name }) => role === 'button' && name.startsWith('Combinado'));
}

async function accessibleNodes(session: CDPSession, frame?: Frame) {
  const frameId = frame ? await idOf(session, frame) : undefined;
  const { nodes } = await session.send('Accessibility.getFullAXTree', frameId ? { frameId } : {});
  return nodes.flatMap((node) => {
    const { ignored, name, role, backendDOMNodeId: backendNodeId } = node;
    if (ignored || backendNodeId === undefined) return [];
    return [{ name: String(name?.value ?? ''), role: String(role?.value ?? ''), backendNodeId }];
  });
}

/** A frame's id in the debugging protocol: found by its address, which the journeys keep unique. */
async function idOf(session: CDPSession, frame: Frame): Promise<string | undefined> {
  const { frameTree } = await session.send('Page.getFrameTree');
  const waiting = [frameTree];
  for (let tree = waiting.shift(); tree; tree = waiting.shift()) {
    if (tree.frame.url === frame.url().split('#')[0]) return tree.frame.id;
    waiting.push(...(tree.childFrames ?? []));
  }
  return undefined;
}

/** Undefined when the chip has left the page, or is not in a closed root as every chip must be. */
function textAround(session: CDPSession, backendNodeId: number, row: string) {
  return textBy(session, backendNodeId, row, (element, selector) => {
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot) || root.mode !== 'closed') return undefined;
    const around = root.host.closest(selector) ?? root.host.parentElement;
    return around?.textContent ?? undefined;
  });
}

function closedText(session: CDPSession, backendNodeId: number) {
  return textBy(session, backendNodeId, '', (element) => {
    const root = element.getRootNode();
    const closed = root instanceof ShadowRoot && root.mode === 'closed';
    return closed ? (element.textContent ?? undefined) : undefined;
  });
}

/** Runs `read` on the node, in the page; undefined when it left meanwhile. */
async function textBy(
  session: CDPSession,
  backendNodeId: number,
  argument: string,
  read: (element: Element, argument: string) => string | undefined,
): Promise<string | undefined> {
  try {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    if (!object.objectId) return undefined;
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: `function (argument) { return (${read.toString()})(this, argument); }`,
      arguments: [{ value: argument }],
      returnByValue: true,
    });
    const text: unknown = result.value;
    return typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').trim() : undefined;
  } catch {
    return undefined;
  }
}

async function clickNode(page: Page, backendNodeId: number): Promise<void> {
  await page.mouse.click(...(await middleOf(page, backendNodeId)));
}

async function middleOf(page: Page, backendNodeId: number): Promise<[x: number, y: number]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
    const { quads } = await session.send('DOM.getContentQuads', { backendNodeId });
    const quad = quads[0];
    if (!quad) throw new Error('The chip is not drawn.');
    const middle = (first: number) => ((quad[first] ?? 0) + (quad[first + 4] ?? 0)) / 2;
    return [middle(0), middle(1)];
  } finally {
    await session.detach();
  }
}
