// For editors and for pictures (`npx depcruise src --output-type dot`). The rules come from tools/allowed-imports.ts.
const { arrowRules } = require('./tools/arrows/arrow-rules.ts');
const { CRUISE_OPTIONS } = require('./tools/arrows/cruise-tree.ts');

module.exports = { forbidden: arrowRules().map(({ rule }) => rule), options: CRUISE_OPTIONS };
