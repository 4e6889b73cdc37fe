import { serve } from '#kernel/http.ts';
import { chooseSource } from './commands/choose-source.ts';
import { clearClassPin } from './commands/clear-class-pin.ts';
import { pinClass } from './commands/pin-class.ts';
import { requestTraining } from './commands/request-training.ts';
import { saveClassRules } from './commands/save-class-rules.ts';
import { saveScorePlan } from './commands/save-score-plan.ts';
import { trainModel } from './commands/train-model.ts';
import * as contract from './contract.ts';
import { getGrading } from './queries/grading.ts';
import { getModel } from './queries/model-report.ts';
import { getRules } from './queries/rules.ts';
import { simulateClassRules, simulateScorePlan } from './queries/simulations.ts';

export const routes = [
  serve(contract.getRules, getRules),
  serve(contract.saveClassRules, saveClassRules),
  serve(contract.saveScorePlan, saveScorePlan),
  serve(contract.simulateClassRules, simulateClassRules),
  serve(contract.simulateScorePlan, simulateScorePlan),
  serve(contract.chooseSource, chooseSource),
  serve(contract.trainModel, requestTraining(trainModel)),
  serve(contract.getModel, getModel),
  serve(contract.getGrading, getGrading),
  serve(contract.pinClass, pinClass),
  serve(contract.clearClassPin, clearClassPin),
];
