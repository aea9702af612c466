export declare const DRILLS: readonly string[];
export declare const dayOf: (env: Readonly<Record<string, string | undefined>>, now: number) => number;
export declare const leftOutOn: (day: number) => string[];
