/** What the schema knows about a place, so that a fault can name the keys and values that exist there. */
import * as z from 'zod';

type Schema = z.core.$ZodType;

/** Every schema that may hold at `path` below `schema`: a union offers each of its options. */
export function schemasAt(schema: Schema, path: readonly PropertyKey[]): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (here, segment) => here.flatMap((one) => stepInto(one, segment)).flatMap(unfold),
    unfold(schema),
  );
}

/** The keys an object may have there, whichever option is meant. */
export function knownKeys(schemas: readonly Schema[]): readonly string[] {
  const keys = schemas.flatMap((schema) => {
    if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
    if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum)
      return keysOfEnum(schema.keyType);
    return [];
  });
  return [...new Set(keys)];
}

/** The key each option is told by: the first it names. */
export function leadingKeys(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap((schema) =>
    schema instanceof z.ZodObject ? Object.keys(schema.shape).slice(0, 1) : [],
  );
}

/** The words allowed there, where only certain words are. */
export function knownValues(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap((schema) => {
    if (schema instanceof z.ZodEnum) return keysOfEnum(schema);
    return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
  });
}

function keysOfEnum(schema: z.ZodEnum): string[] {
  return schema.options.map(String);
}

/** Takes optional, lazy and union apart until something with a shape of its own is left. */
function unfold(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodLazy) return unfold(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unfold);
  return [schema];
}

function stepInto(schema: Schema, segment: PropertyKey): readonly Schema[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodTuple) return present(schema.def.items[Number(segment)]);
  if (schema instanceof z.ZodObject) {
    const { shape } = schema;
    return Object.hasOwn(shape, segment) ? present(shape[String(segment)]) : [];
  }
  return [];
}

function present(schema: Schema | undefined): readonly Schema[] {
  return schema === undefined ? [] : [schema];
}
