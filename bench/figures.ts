/** A measured figure, and what it is to be. */
export interface Figure {
  readonly value: number;
  /** Unit, or `ratio` of the product to its bare counterpart. */
  readonly unit: 'ratio' | 'ms' | 'MB' | 'fps' | 'SMS';
  /** Bound that the value must not pass; null where the figure is only told. */
  readonly target: { readonly atMost: number } | { readonly atLeast: number } | null;
  readonly isMet: boolean | null;
}

/** What one bench found: figures with targets, and the measurements that they come from. */
export interface BenchResult {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A bench that could not be run here, and why. */
export interface SkippedBench {
  readonly skipped: string;
}

/** What the command line asks for. */
export interface BenchOptions {
  /** How often the benches that take a median of whole runs repeat them. */
  readonly runs: number;
}

/** A bench under its name on the command line. */
export type Bench = (options: BenchOptions) => Promise<BenchResult | SkippedBench>;

/** A figure that is to be at most so large. */
export function atMost(bound: number, value: number, unit: Figure['unit']): Figure {
  return { value, unit, target: { atMost: bound }, isMet: value <= bound };
}

/** A figure that is to be at least so large. */
export function atLeast(bound: number, value: number, unit: Figure['unit']): Figure {
  return { value, unit, target: { atLeast: bound }, isMet: value >= bound };
}

/** A figure that is told without a target. */
export function told(value: number, unit: Figure['unit']): Figure {
  return { value, unit, target: null, isMet: null };
}
