/** How customers of the demo company pay: name and percent of each line, and the days after signing it is due. */
export const terms = [
  [
    ['预付款', '30', 7],
    ['到货款', '60', 60],
    ['质保金', '10', 365],
  ],
  [
    ['签约款', '40', 10],
    ['验收款', '50', 75],
    ['尾款', '10', 150],
  ],
  [
    ['第 1 期', '30', 5],
    ['第 2 期', '40', 45],
    ['第 3 期', '30', 90],
  ],
  [
    ['预付款', '50', 7],
    ['验收款', '50', 60],
  ],
  [
    ['预付款', '20', 7],
    ['发货款', '30', 30],
    ['到货款', '40', 60],
    ['质保金', '10', 240],
  ],
] as const;

export const equipment = [
  ['视觉检测工位', '套'],
  ['在线测量站', '台'],
  ['工业读码器组', '组'],
  ['称重分拣模块', '套'],
  ['边缘采集网关', '台'],
] as const;

export const services = ['安装调试与培训', '质检平台年服务', '产线联调服务'] as const;

export const approvalComments = [
  '同意',
  '条件正常，同意',
  '老客户，同意',
  '按此签',
  '同意，交期盯紧',
] as const;
export const rejections = ['预付比例太低，至少 30%', '质保金一年太长，再谈', '折扣超过授权，补说明'] as const;
