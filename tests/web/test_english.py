# SPDX-License-Identifier: GPL-3.0-or-later
#
# Both pages for somebody whose browser does not speak Chinese, and that both languages are whole.

import re
import sys

import pages
import webdriver

TEXTS_JS = '''
  return import(arguments[0]).then((module) => module.texts);
'''


def same_keys(p, page, url):
    p.browser.open(url)
    texts = p.browser.run(TEXTS_JS, f'/{page}-assets/texts.js')
    assert set(texts) == {'zh', 'en'}
    assert texts['zh'].keys() == texts['en'].keys(), texts['zh'].keys() ^ texts['en'].keys()
    for key, chinese in texts['zh'].items():
        english = texts['en'][key]
        assert set(re.findall(r'{(\w+)}', chinese)) == set(re.findall(r'{(\w+)}', english)), key
        assert not re.search('[\u4e00-\u9fff]', english), key
        assert not re.search('[\u4e00-\u9fff][,;:!?()]', chinese), f'{key}: half-width punctuation'
    used = p.browser.run("return [...document.querySelectorAll('[data-text]')]"
                         ".map((element) => element.dataset.text)")
    assert used and set(used) <= set(texts['zh']), set(used) - set(texts['zh'])
    return texts


def test_phone_texts_are_whole(p):
    p.hall.reset()
    same_keys(p, 'phone', p.hall.phone_url)


def test_cashier_texts_are_whole(p):
    p.hall.reset()
    same_keys(p, 'cashier', p.hall.cashier_url)


def test_phone_in_english(p):
    p.hall.reset(organisation='Shenzhen Test Sample Technology Co., Ltd.')
    p.browser.quit()
    p.browser = webdriver.Browser(language='en-GB')
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#consent-title', 'Verify the handler')
    assert p.browser.find('html').attribute('lang') == 'en'
    assert p.browser.title == 'Verify the handler'
    p.show_all('phone-en-consent')
    p.browser.find('#consent-tick').click()
    p.browser.find('#consent-agree').click()
    p.browser.wait_for('#capture-title', 'Identity card, portrait side')
    p.browser.wait_for('#capture-shoot')
    p.show_all('phone-en-card')
    p.hall.pictures = {'id-portrait': b'', 'id-emblem': b''}
    p.browser.reload()
    p.browser.wait_for('#capture-title', 'Look at the camera')
    p.browser.wait_for('#capture-shoot')
    p.show_all('phone-en-face')


def test_cashier_in_english(p):
    p.browser.open(p.hall.cashier_url)
    p.browser.wait_for('#pay', 'Pay now')
    p.browser.find('summary').click()
    p.show_all('cashier-en-bill')
    seen = p.browser.find('body').text
    assert not re.search('[\u4e00-\u9fff]', seen), seen
    p.no_complaints()


if __name__ == '__main__':
    pages.main(sys.modules[__name__])
