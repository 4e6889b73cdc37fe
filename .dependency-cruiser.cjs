// For editors and for pictures (`npx depcruise src --output-type dot`). The rules come from tools/allowed-imports.ts.
const { arrowRules } = require('./tools/arrows/arrow-rules.ts');
const { CRUISE_OPTIONS, orderOf } = require('./tools/arrows/cruise-options.ts');

module.exports = {
  forbidden: arrowRules(orderOf(__dirname)).map(({ rule }) => rule),
  options: CRUISE_OPTIONS,
};
