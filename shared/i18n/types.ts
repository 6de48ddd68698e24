/** The form of a translation: the keys of the English source, with any text in place of its text. */
export type Translated<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Translated<Source[Key]>;
};

/** Keys of all texts below `Source`, joined with dots behind `Path`. */
export type KeysBelow<Source, Path extends string> = Source extends string
  ? Path
  : { [Key in keyof Source & string]: KeysBelow<Source[Key], `${Path}.${Key}`> }[keyof Source &
      string];

/** The text that stands at a dotted path; a key of one level may have dots of its own. */
export type TextAt<Source, Path extends string> = Path extends keyof Source
  ? Source[Path]
  : Path extends `${infer Head}.${infer Rest}`
    ? Head extends keyof Source
      ? TextAt<Source[Head], Rest>
      : never
    : never;

type Name<Text extends string> = Text extends `${infer Head},${string}` ? Head : Text;
type SimplePlaceholders<Text extends string> =
  Text extends `${string}{${infer Inside}}${infer Rest}`
    ? Name<Inside> | SimplePlaceholders<Rest>
    : never;

/**
 * Names of the placeholders of a text. A text with variants (plural, select) has texts in braces
 * of its own, so there any name is taken; the tests check those.
 */
export type PlaceholdersOf<Text extends string> = Text extends
  `${string}, plural,${string}` | `${string}, select,${string}`
  ? string
  : SimplePlaceholders<Text>;
