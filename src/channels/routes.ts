import { serve } from '#kernel/http.ts';
import { serveList } from '#kernel/lists.ts';
import { createCampaign } from './commands/create-campaign.ts';
import { deleteCampaign } from './commands/delete-campaign.ts';
import { setCost } from './commands/set-cost.ts';
import { updateCampaign } from './commands/update-campaign.ts';
import * as contract from './contract.ts';
import { leadBoard } from './queries/board.ts';
import { getCampaign, unknownCampaigns } from './queries/campaigns.ts';
import { costGrid } from './queries/cost-grid.ts';
import { channelReport } from './queries/report.ts';
import { campaignSource, costSource, resultSource, touchSource } from './queries/sources.ts';

export const routes = [
  serve(contract.unknownCampaigns, unknownCampaigns),
  ...serveList(contract.campaignList, campaignSource),
  serve(contract.getCampaign, getCampaign),
  serve(contract.createCampaign, createCampaign),
  serve(contract.updateCampaign, updateCampaign),
  serve(contract.deleteCampaign, deleteCampaign),
  serve(contract.costGrid, costGrid),
  ...serveList(contract.costList, costSource),
  serve(contract.setCost, setCost),
  ...serveList(contract.touchList, touchSource),
  ...serveList(contract.resultList, resultSource),
  serve(contract.channelReport, channelReport),
  serve(contract.leadBoard, leadBoard),
];
