# SPDX-License-Identifier: GPL-3.0-or-later
#
# The sandbox cashier's page in a browser.

import re
import sys

import pages


def open_bill(p, **reset):
    p.hall.reset(**reset)
    p.browser.open(p.hall.cashier_url)
    p.browser.wait_for('#pay', '立即支付')


def pay_other(p, amount):
    p.browser.wait_for('summary')
    if not p.browser.find('#other-amount').displayed:
        p.browser.find('summary').click()
    field = p.browser.wait_for('#other-amount')
    field.clear()
    field.type(amount)
    p.browser.find('#other-pay').click()


def test_pay(p):
    open_bill(p, lives_s=7200)
    assert p.browser.find('#sandbox').text == '沙箱收银台 · 不会真正扣款'
    assert p.browser.find('#amount').text == '¥ 900.00'
    assert p.browser.find('#hall').text == '练习营业厅'
    assert p.browser.find('#order').text == '20261122 000017'
    assert p.browser.find('#bill-title').text == '模拟微信支付'
    assert re.fullmatch('请在 (2:00:00|1:59:5[0-9]) 内支付', p.browser.find('#left').text)
    p.show_all('cashier-bill')
    p.browser.find('#pay').click()
    p.browser.wait_for('#result-title', '已支付 900.00 元')
    p.show_all('cashier-paid')
    assert p.hall.payments == [{}]
    assert p.browser.run('return document.activeElement.id') == 'result-title'
    p.browser.reload()
    p.browser.wait_for('#result-title', '已支付')
    p.no_complaints()


def test_wrong_amount_is_not_counted(p):
    open_bill(p)
    for amount in ('', '0', '0.00', '1.234', '-3', '一百'):
        pay_other(p, amount)
        p.browser.wait_for('#problem', '请填写大于 0 的金额')
    assert p.hall.payments == []
    pay_other(p, '12.5')
    p.browser.wait_for('#problem', '没有记为已付')
    p.show_all('cashier-other-amount')
    assert p.hall.payments == [{'amount_fen': 1250}]
    assert p.hall.bill_state == 'issued'
    p.browser.find('#pay').click()
    p.browser.wait_for('#result-title', '已支付')


def test_expired(p):
    open_bill(p, lives_s=8)
    p.browser.wait_for('#left.soon')
    p.show('cashier-last-minute')
    p.browser.wait_for('#result-title', '付款码已过期')
    p.show_all('cashier-expired')
    p.hall.bill_state = 'expired'
    p.browser.reload()
    p.browser.wait_for('#result-title', '付款码已过期')


def test_closed_while_one_looks(p):
    open_bill(p)
    p.hall.bill_state = 'closed'
    p.browser.wait_for('#result-title', '这笔付款已关闭')
    p.show('cashier-closed')


def test_paid_elsewhere_meanwhile(p):
    open_bill(p)
    p.hall.bill_state = 'paid'
    p.browser.find('#pay').click()
    p.browser.wait_for('#result-title', '已支付')
    assert p.hall.payments == []
    p.browser.console()


def test_alipay(p):
    p.hall.reset()
    p.hall.channel = 'alipay'
    p.browser.open(p.hall.cashier_url)
    p.browser.wait_for('#bill-title', '模拟支付宝支付')


def test_no_such_payment(p):
    p.browser.open(p.hall.url + '/cashier/none')
    p.browser.wait_for('#result-title', '没有这笔付款')
    p.show('cashier-gone')
    p.browser.console()


def test_connection_lost(p):
    open_bill(p)
    p.hall.drop = 100           # Chromium tries once more by itself
    p.browser.find('#pay').click()
    p.browser.wait_for('#problem', '连接中断了')
    p.show('cashier-lost')
    p.hall.drop = 0
    p.browser.find('#pay').click()
    p.browser.wait_for('#result-title', '已支付')
    assert p.hall.payments == [{}]


def test_on_a_desktop(p):
    p.browser.resize(1280, 800, scale=1, phone=False)
    open_bill(p)
    p.show('cashier-desktop')
    p.browser.resize(*pages.SIZES['390'])


if __name__ == '__main__':
    pages.main(sys.modules[__name__])
