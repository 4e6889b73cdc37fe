/** How much of everything a company for measuring has. */
export interface SeedSize {
  readonly departments: number;
  readonly groupsEach: number;
  readonly repsEach: number;
  /** Marketing, finance, service: people each. */
  readonly officeEach: number;
  readonly leads: number;
  readonly accounts: number;
  readonly opportunities: number;
  readonly activities: number;
  readonly contracts: number;
  readonly receipts: number;
}

/** M is what the targets are stated for: 200 people. S is a fiftieth of its rows, for trying the seed itself. */
export const seedSizes: Readonly<Record<string, SeedSize>> = {
  S: {
    departments: 2,
    groupsEach: 2,
    repsEach: 3,
    officeEach: 1,
    leads: 10_000,
    accounts: 4_000,
    opportunities: 6_000,
    activities: 20_000,
    contracts: 2_000,
    receipts: 2_000,
  },
  M: {
    departments: 4,
    groupsEach: 5,
    repsEach: 9,
    officeEach: 4,
    leads: 500_000,
    accounts: 200_000,
    opportunities: 300_000,
    activities: 1_000_000,
    contracts: 100_000,
    receipts: 100_000,
  },
};
