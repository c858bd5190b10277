/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the cashier page says, in both languages.
 */

export const texts = {
  zh: {
    title: '沙箱收银台',
    sandbox: '沙箱收银台 · 不会真正扣款',
    wechat: '模拟微信支付',
    alipay: '模拟支付宝支付',
    hall: '收款方',
    order: '业务单号',
    left: '请在 {time} 内支付',
    pay: '立即支付',
    practise: '支付另一个金额（练习差错）',
    otherAmount: '金额（元）',
    otherPay: '支付这个金额',
    otherWhy: '金额不符的付款应当被营业厅拒绝并记录在案，业务单仍是待支付。',
    notAmount: '请填写大于 0 的金额，最多两位小数，例如 1.00。',
    notCounted: '已按 {paid} 元支付，与应付的 {due} 元不符；营业厅没有把这笔款记为已付。',
    loadingTitle: '正在打开…',
    loadingText: '',
    paying: '正在支付…',
    paidTitle: '已支付 {due} 元',
    paidText: '这是练习，没有扣款。请回到电脑继续，电脑上的页面会自动前进。',
    closedTitle: '这笔付款已关闭',
    closedText: '电脑上已经换了新的付款码，请扫描新的码。',
    expiredTitle: '付款码已过期',
    expiredText: '请在电脑上换一个付款码，再扫描。',
    goneTitle: '没有这笔付款',
    goneText: '付款码不完整或已失效，请在电脑上换一个。',
    offlineTitle: '连不上营业厅',
    offlineText: '请检查网络后重试。还没有支付。',
    lost: '连接中断了，不知道这笔款是否已付。请按“立即支付”再试，同一笔款不会付两次。',
    trouble: '营业厅没有接受这笔付款，请稍后再试。',
    retry: '重试',
  },
  en: {
    title: 'Sandbox cashier',
    sandbox: 'Sandbox cashier · no money moves',
    wechat: 'Simulated WeChat Pay',
    alipay: 'Simulated Alipay',
    hall: 'Payee',
    order: 'Order',
    left: 'Pay within {time}',
    pay: 'Pay now',
    practise: 'Pay another amount (practise a mistake)',
    otherAmount: 'Amount in yuan',
    otherPay: 'Pay this amount',
    otherWhy: 'A payment of another amount has to be refused and recorded by the hall; the ' +
      'order still waits for payment.',
    notAmount: 'Enter an amount above 0 with at most two decimals, for example 1.00.',
    notCounted: 'Paid {paid} yuan where {due} were due; the hall did not count it.',
    loadingTitle: 'Opening…',
    loadingText: '',
    paying: 'Paying…',
    paidTitle: '{due} yuan paid',
    paidText: 'This was practice, no money moved. Go back to the computer; its page moves on by ' +
      'itself.',
    closedTitle: 'This payment is closed',
    closedText: 'The computer shows a newer payment code. Scan that one.',
    expiredTitle: 'The payment code has expired',
    expiredText: 'Get a new payment code on the computer and scan it.',
    goneTitle: 'No such payment',
    goneText: 'The payment code is incomplete or void. Get a new one on the computer.',
    offlineTitle: 'Cannot reach the hall',
    offlineText: 'Check the network and try again. Nothing was paid yet.',
    lost: 'The connection was lost; it is not known whether this was paid. Press “Pay now” ' +
      'again; the same bill is never paid twice.',
    trouble: 'The hall did not take this payment. Try again later.',
    retry: 'Try again',
  },
};

export const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/* The text for key, with {names} filled in from values. */
export function text(key, values = {}) {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
