import { z } from 'zod';
import { clientTypeIdSchema } from './words.ts';

/** Languages that guides are written in. */
export const guideLanguageSchema = z.enum(['en', 'pl', 'cs', 'zh-CN']);
export type GuideLanguage = z.infer<typeof guideLanguageSchema>;

/** Guides that are not about one client type. */
export const guideTopicSchema = z.enum([
  'first-day',
  'gateways',
  'several-devices',
  'switch-push-from-device',
  'number-mismatch',
  'move-to-another-machine',
  'troubleshooting',
]);
export type GuideTopic = z.infer<typeof guideTopicSchema>;

/** A run of text. `control` is a button or field as the screen has it, `value` something to type. */
export const guideSpanSchema = z.object({
  kind: z.enum(['text', 'control', 'value', 'strong']),
  text: z.string(),
});
export type GuideSpan = z.infer<typeof guideSpanSchema>;

const spans = z.array(guideSpanSchema);

/** A shape of a drawing, in units of its view; `screen` marks what is on the phone's display. */
export const guideShapeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('box'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    radius: z.number(),
    fill: z.enum(['none', 'paper', 'shade', 'accent', 'ink']),
    stroke: z.boolean(),
  }),
  z.object({
    kind: z.literal('line'),
    points: z.array(z.object({ x: z.number(), y: z.number() })),
    accent: z.boolean(),
  }),
  z.object({
    kind: z.literal('text'),
    x: z.number(),
    y: z.number(),
    size: z.number(),
    text: z.string(),
    anchor: z.enum(['start', 'middle', 'end']),
    color: z.enum(['ink', 'muted', 'accent', 'paper']),
    weight: z.enum(['normal', 'bold']),
  }),
]);
export type GuideShape = z.infer<typeof guideShapeSchema>;

/** A drawing of what a phone shows, made from shapes so that it prints sharp and its text is text. */
export const guideDrawingSchema = z.object({
  width: z.number(),
  height: z.number(),
  shapes: z.array(guideShapeSchema),
});
export type GuideDrawing = z.infer<typeof guideDrawingSchema>;

/** A picture beside a step. `alt` says what is on it. */
export const guidePictureSchema = z.discriminatedUnion('kind', [
  /** A screenshot of the console: `data` is a PNG in base64, `width` and `height` its pixels. */
  z.object({
    kind: z.literal('screenshot'),
    name: z.string(),
    alt: z.string(),
    width: z.number().int(),
    height: z.number().int(),
    data: z.string(),
  }),
  z.object({ kind: z.literal('drawing'), alt: z.string(), drawing: guideDrawingSchema }),
]);
export type GuidePicture = z.infer<typeof guidePictureSchema>;

/** A block of a guide, in reading order. */
export const guideBlockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), spans }),
  z.object({ kind: z.literal('note'), tone: z.enum(['info', 'warning']), spans }),
  z.object({ kind: z.literal('list'), items: z.array(spans) }),
  /** Numbered through the guide: `number` counts from 1. */
  z.object({
    kind: z.literal('step'),
    number: z.number().int(),
    who: z.enum(['admin', 'owner']),
    title: z.string(),
    body: z.array(spans),
    picture: guidePictureSchema.nullable(),
  }),
  /** What has to be typed, in two columns; a `null` value is filled in by the owner. */
  z.object({
    kind: z.literal('values'),
    caption: z.string(),
    rows: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  }),
]);
export type GuideBlock = z.infer<typeof guideBlockSchema>;

/** A guide with everything filled in. */
export const guideSchema = z.object({
  title: z.string(),
  /** One sentence: what it leads to and how long it takes. */
  summary: z.string(),
  language: guideLanguageSchema,
  clientType: clientTypeIdSchema.nullable(),
  topic: guideTopicSchema.nullable(),
  deviceName: z.string().nullable(),
  blocks: z.array(guideBlockSchema),
});
export type Guide = z.infer<typeof guideSchema>;
