/**
 * Cuts a text of CSV into pieces of whole records, so that each can be parsed by itself and no file,
 * however large its cells, is ever held whole. A record too long is left out and named.
 */
import { CELL_CHARACTERS, ROW_CHARACTERS, type RowFault } from '../../shared/protocol/imports.ts';
import { rowFault } from './rowFault.ts';

/** Records are handed on once this many characters of them are together. */
const PIECE_CHARACTERS = 64 * 1024;

const QUOTE = 0x22;
const RETURN = 0x0d;
const NEWLINE = 0x0a;

export interface Piece {
  readonly text: string;
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
}

export class Cutter {
  /** Records that are in no piece. */
  readonly faults: RowFault[] = [];
  private readonly delimiter: number;
  /** Whole records of chunks before, and the beginning of the one being read. */
  private piece: string[] = [];
  private current: string[] = [];
  private pieceLine = 1;
  private recordLine = 1;
  private line = 1;
  private cellLength = 0;
  private recordLength = 0;
  private quoted = false;
  private closed = false;
  private skipping = false;
  private wasReturn = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  *push(chunk: string): Generator<Piece> {
    let from = 0;
    let recordFrom = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      const isSecond = code === NEWLINE && this.wasReturn;
      const breaks = code === NEWLINE || code === RETURN;
      this.wasReturn = code === RETURN;
      if (isSecond) {
        // The other half of a line end already counted.
        if (from === at && this.piece.length === 0) from = at + 1;
        if (this.quoted) continue;
        recordFrom = at + 1;
        if (this.lengthWith(recordFrom - from) < PIECE_CHARACTERS) continue;
        this.piece.push(chunk.slice(from, recordFrom));
        from = recordFrom;
        yield* this.flush();
        continue;
      }
      if (breaks) this.line += 1;
      if (this.quoted || !breaks) {
        this.take(code);
        if (this.cellLength <= CELL_CHARACTERS && this.recordLength <= ROW_CHARACTERS) continue;
        if (this.skipping) continue;
        this.skipping = true;
        this.current = [];
        this.piece.push(chunk.slice(from, recordFrom));
        yield* this.flush();
        continue;
      }
      const next = chunk.charCodeAt(at + 1);
      const isLast = code === NEWLINE || (at + 1 < chunk.length && next !== NEWLINE);
      this.piece.push(...this.current);
      this.current = [];
      if (this.skipping) {
        this.faults.push(rowFault(this.recordLine, '', 'row_too_long'));
        from = at + 1;
        this.pieceLine = this.line;
      }
      recordFrom = at + 1;
      this.begin();
      if (isLast && this.lengthWith(recordFrom - from) >= PIECE_CHARACTERS) {
        this.piece.push(chunk.slice(from, recordFrom));
        from = recordFrom;
        yield* this.flush();
      }
    }
    if (this.skipping) return;
    if (recordFrom > 0 || this.current.length === 0) this.piece.push(chunk.slice(from, recordFrom));
    this.current.push(chunk.slice(recordFrom));
  }

  *end(): Generator<Piece> {
    if (this.skipping || this.quoted) {
      this.faults.push(rowFault(this.recordLine, '', this.quoted ? 'quote_open' : 'row_too_long'));
    } else this.piece.push(...this.current);
    yield* this.flush();
  }

  /** One character of a cell, a delimiter or a quote. */
  private take(code: number): void {
    this.recordLength += 1;
    if (code === QUOTE) {
      // Opens at the start of a cell; right after a closing one it is a quote escaped.
      if (this.quoted) [this.quoted, this.closed] = [false, true];
      else if (this.cellLength === 0 || this.closed) [this.quoted, this.closed] = [true, false];
    } else this.closed = false;
    const ends = code === this.delimiter && !this.quoted;
    this.cellLength = ends ? 0 : this.cellLength + 1;
  }

  private begin(): void {
    this.skipping = false;
    this.closed = false;
    this.cellLength = 0;
    this.recordLength = 0;
    this.recordLine = this.line;
  }

  private lengthWith(more: number): number {
    return this.piece.reduce((sum, part) => sum + part.length, more);
  }

  private *flush(): Generator<Piece> {
    const text = this.piece.join('');
    this.piece = [];
    if (text !== '') yield { text, line: this.pieceLine };
    this.pieceLine = this.line;
  }
}
