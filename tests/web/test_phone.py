# SPDX-License-Identifier: GPL-3.0-or-later
#
# The phone page in a browser, against a hall that behaves and one that does not.

import os
import re
import sys
import tempfile
import time

import pages
import webdriver
from fake_hall import CAPTURES, jpeg_size

LABELS = ['身份证人像面', '身份证国徽面', '正视镜头', '向左转头', '张开嘴']
NO_CAMERA_JS = "Object.defineProperty(Navigator.prototype, 'mediaDevices', {value: undefined});"
DENIED_JS = ("navigator.mediaDevices.getUserMedia = () => "
             "Promise.reject(new DOMException('no', 'NotAllowedError'));")
# A countdown slow enough to be looked at.
SLOW_CLOCK_JS = ("const real = window.setTimeout;"
                 "window.setTimeout = (what, ms) => real(what, 10 * ms);"
                 "window.mendClock = () => { window.setTimeout = real; };")


def agree(p):
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#consent-title')
    p.browser.find('#consent-tick').click()
    p.browser.find('#consent-agree').click()
    p.browser.wait_for('#capture-title', LABELS[0])


def shoot(p):
    """From the living camera to the still picture."""
    p.browser.wait_for('#capture-shoot').click()
    p.browser.wait_for('#capture-use')


def take(p, number):
    """Takes and sends picture number 0 to 4."""
    p.browser.wait_for('#capture-title', LABELS[number])
    shoot(p)
    p.browser.find('#capture-use').click()


def test_consent_is_asked_and_never_ticked(p):
    p.hall.reset()
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#consent-title', '经办人认证')
    assert p.browser.find('html').attribute('lang') == 'zh-CN'
    assert p.browser.find('#hall').text == '练习营业厅'
    assert p.browser.find('#practice').text == '练习 · 无效'
    assert p.browser.find('#organisation').text == p.hall.organisation
    assert p.browser.find('#handler').text == '李*明'
    assert re.fullmatch('剩余 (10:00|9:5[0-9])', p.browser.find('#left').text)
    assert len(p.browser.find_all('#consent-text p')) == 3
    assert not p.browser.find('#consent-tick').property('checked')
    p.show_all('phone-consent')

    p.browser.find('#consent-agree').click()
    p.browser.wait_for('#consent-problem', '请先勾选')
    assert p.browser.run('return document.activeElement.id') == 'consent-tick'
    p.show('phone-consent-missing')
    assert p.hall.consent is None
    assert not p.browser.find('#capture').displayed
    p.browser.find('#consent-tick').click()
    assert p.browser.find('#consent-problem').text == ''


def test_whole_way_by_camera(p):
    p.hall.reset()
    agree(p)
    assert p.hall.consent == {'id': 'face-data', 'version': '1.0', 'sha256': 'ab' * 32}
    p.browser.wait_for('#capture-shoot')
    assert p.browser.find('#capture-number').text == '第 1 张，共 5 张'
    p.show_all('phone-card')
    shoot(p)
    p.show_all('phone-card-still')
    p.browser.find('#capture-again').click()
    take(p, 0)
    take(p, 1)

    p.browser.wait_for('#capture-title', LABELS[2])
    p.browser.wait_for('#capture-shoot', '倒数')
    p.show_all('phone-face')
    p.browser.run(SLOW_CLOCK_JS)
    p.browser.find('#capture-shoot').click()
    p.browser.wait_for('#capture-count', '3')
    p.show('phone-face-count')
    p.browser.find('#capture-cancel').click()
    p.browser.wait_for('#capture-shoot')
    p.browser.run('mendClock()')
    begun = time.monotonic()
    p.browser.find('#capture-shoot').click()
    p.browser.wait_for('#capture-use')
    assert time.monotonic() - begun >= 2.9
    p.show_all('phone-face-still')
    p.browser.find('#capture-use').click()
    take(p, 3)
    take(p, 4)
    p.browser.wait_for('#notice-title', '认证完成，请回到电脑继续')
    p.show_all('phone-done')

    assert p.hall.phone_state == 'done'
    assert list(p.hall.pictures) == [name for name, _ in CAPTURES]
    for name, camera in CAPTURES:
        width, height = jpeg_size(p.hall.pictures[name])
        assert max(width, height) <= 1600, (name, width, height)
        assert (width > height) == (camera == 'environment'), (name, width, height)
    assert not p.browser.find('#top #left').text
    p.no_complaints()


def test_opened_again_it_goes_on(p):
    p.hall.reset()
    agree(p)
    take(p, 0)
    take(p, 1)
    p.browser.wait_for('#capture-title', LABELS[2])
    p.browser.reload()
    p.browser.wait_for('#capture-title', LABELS[2])
    assert p.browser.find('#capture-number').text == '第 3 张，共 5 张'
    p.hall.pictures = {name: b'' for name, _ in CAPTURES}
    p.browser.reload()
    p.browser.wait_for('#notice-title', '认证完成')
    p.browser.reload()
    p.browser.wait_for('#notice-title', '认证完成')


def test_focus_and_words_for_a_screen_reader(p):
    p.hall.reset()
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#consent-title')
    assert p.browser.run('return document.activeElement.id') == 'consent-title'
    p.browser.press(webdriver.TAB)
    assert p.browser.run('return document.activeElement.id') == 'consent-tick'
    assert '单独同意' in p.browser.find('#consent-tick').label
    p.browser.press(webdriver.SPACE, webdriver.TAB)
    assert p.browser.run('return document.activeElement.id') == 'consent-agree'
    p.browser.press(webdriver.ENTER)
    p.browser.wait_for('#capture-shoot')
    assert p.browser.run('return document.activeElement.id') == 'capture-title'
    p.browser.press(webdriver.TAB)
    assert p.browser.run('return document.activeElement.id') == 'capture-shoot'
    p.browser.press(webdriver.ENTER)
    p.browser.wait_for('#capture-use')
    assert p.browser.run('return document.activeElement.id') == 'capture-use'
    assert LABELS[0] in p.browser.find('#capture-still').attribute('alt')
    assert p.browser.find('#said').property('textContent') == '已拍好。请看一看是否清晰、完整。'
    p.browser.press(webdriver.ENTER)
    p.browser.wait_for('#capture-title', LABELS[1])
    assert p.browser.run('return document.activeElement.id') == 'capture-title'


def test_connection_lost_in_the_middle(p):
    p.hall.reset()
    agree(p)
    shoot(p)
    still = p.browser.find('#capture-still').attribute('src')
    p.hall.drop = 100
    p.browser.find('#capture-use').click()
    p.browser.wait_for('#capture-problem', '连接中断了')
    p.show_all('phone-lost')
    assert p.hall.cut[0] > 1000, p.hall.cut
    p.browser.find('#capture-retry').click()
    p.browser.wait(lambda: len(p.hall.cut) > 1, 'a second try')
    p.browser.wait_for('#capture-retry')
    assert p.browser.find('#capture-still').attribute('src') == still
    assert p.hall.pictures == {}
    p.hall.drop = 0
    p.browser.wait_for('#capture-title', LABELS[1])     # by itself
    jpeg_size(p.hall.pictures['id-portrait'])
    take(p, 1)
    for number in (2, 3):
        take(p, number)
    p.browser.wait_for('#capture-title', LABELS[4])
    shoot(p)
    p.browser.run("const put = XMLHttpRequest.prototype.open;"
                  "XMLHttpRequest.prototype.open = function (method, path) {"
                  "  put.call(this, method, method === 'POST' ? 'http://127.0.0.1:9/' : path); };"
                  "window.mend = () => { XMLHttpRequest.prototype.open = put; };")
    p.browser.find('#capture-use').click()
    p.browser.wait_for('#notice-title', '连不上营业厅')
    p.show('phone-offline')
    p.browser.run('mend()')
    p.browser.find('#notice-retry').click()
    p.browser.wait_for('#notice-title', '认证完成')
    p.browser.console()


def test_progress_is_shown(p):
    p.hall.reset()
    agree(p)
    shoot(p)
    p.hall.delay_s = 3.0
    p.browser.find('#capture-use').click()
    p.browser.wait_for('#capture-sent-label', '100%')
    p.show('phone-sending')
    p.browser.wait_for('#capture-title', LABELS[1])


def test_refused_picture_is_taken_again(p):
    p.hall.reset()
    agree(p)
    p.hall.refuse_pictures = 1
    take(p, 0)
    p.browser.wait_for('#capture-problem', '照片不清晰')
    p.show_all('phone-refused')
    p.browser.find('#capture-again').click()
    p.browser.wait_for('#capture-shoot')
    assert p.browser.find('#capture-problem').text == ''
    take(p, 0)
    p.browser.wait_for('#capture-title', LABELS[1])


def test_decline(p):
    p.hall.reset()
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#consent-decline').click()
    p.browser.wait_for('#decline-title', '改用其他认证方式')
    p.show_all('phone-decline')
    p.browser.find('#decline-back').click()
    p.browser.wait_for('#consent-title')
    assert ('DELETE', '/v1/phone/' + 'k' * 43) not in p.hall.calls

    agree(p)
    take(p, 0)
    p.browser.wait_for('#capture-title', LABELS[1])
    p.browser.wait_for('#capture-leave').click()
    p.browser.wait_for('#decline-back').click()
    p.browser.wait_for('#capture-title', LABELS[1])
    p.browser.wait_for('#capture-leave').click()
    p.hall.drop = 100           # Chromium tries a DELETE again by itself
    p.browser.wait_for('#decline-sure').click()
    p.browser.wait_for('#decline-problem', '连接中断了')
    p.hall.drop = 0
    p.browser.find('#decline-sure').click()
    p.browser.wait_for('#notice-title', '没有使用人脸信息')
    p.show_all('phone-declined')
    assert p.hall.pictures == {}
    assert p.hall.gone
    assert p.browser.run("return document.getElementById('capture-video').srcObject === null")


def test_link_gone(p):
    p.hall.reset()
    p.hall.gone = True
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#notice-title', '二维码已失效，请在电脑上换一个')
    p.show_all('phone-gone')

    p.hall.reset()
    agree(p)
    p.hall.gone = True
    take(p, 0)
    p.browser.wait_for('#notice-title', '二维码已失效')

    p.hall.reset(lives_s=62)
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#left.soon', '剩余 0:')
    p.show('phone-last-minute')
    p.hall.reset(lives_s=2)
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#notice-title', '二维码已失效')
    p.browser.console()


def test_hall_out_of_reach(p):
    p.hall.reset()
    p.browser.run_before_pages("if (location.hash === '#away') {"
                               "  const open = XMLHttpRequest.prototype.open;"
                               "  XMLHttpRequest.prototype.open = function (method) {"
                               "    open.call(this, method, 'http://127.0.0.1:9/'); }; }")
    p.browser.open('about:blank')
    p.browser.open(p.hall.phone_url + '#away')
    p.browser.wait_for('#notice-title', '连不上营业厅')
    p.show_all('phone-away')
    p.browser.console()


def test_long_names_wrap(p):
    p.hall.reset(organisation='新疆维吾尔自治区巴音郭楞蒙古自治州和硕县塔哈其镇特色林果业农民专业合作社联合社'
                 'Very-Long-Latin-Name-Without-Any-Blank-Co.Ltd', practice=False)
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#consent-title')
    assert not p.browser.find('#practice').displayed
    p.show_all('phone-long-name')


def test_camera_denied(p):
    p.hall.reset()
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#consent-title')
    p.browser.run(DENIED_JS)
    p.browser.find('#consent-tick').click()
    p.browser.find('#consent-agree').click()
    p.browser.wait_for('#capture-note', '没有得到相机权限')
    p.show('phone-denied')


def test_own_camera_for_one_picture(p):
    p.hall.reset()
    agree(p)
    p.browser.wait_for('#capture-phone').click()
    p.browser.wait_for('#capture-choose')
    assert p.browser.run("return document.getElementById('capture-video').srcObject === null")
    with tempfile.TemporaryDirectory() as folder:
        picture = os.path.join(folder, 'card.png')
        pages.write_png(picture, 800, 600)
        p.browser.find('#capture-file').type(picture)
        p.browser.wait_for('#capture-use').click()
        p.browser.wait_for('#capture-title', LABELS[1])
    p.browser.wait_for('#capture-shoot')        # the page's camera again
    assert jpeg_size(p.hall.pictures['id-portrait']) == (800, 600)


def test_reduced_motion(p):
    p.hall.reset()
    p.hall.pictures = {'id-portrait': b'', 'id-emblem': b''}
    p.hall.phone_state = 'consented'
    p.browser.prefer(reduced_motion=True)
    p.browser.open(p.hall.phone_url)
    p.browser.wait_for('#capture-shoot').click()
    p.browser.wait_for('#capture-count')
    assert p.browser.run("return getComputedStyle(document.getElementById('capture-count'))"
                         ".animationName") == 'none'
    p.browser.wait_for('#capture-use')
    p.browser.prefer(forced_colors=True)
    p.browser.find('#capture-again').click()
    p.browser.wait_for('#capture-shoot')
    p.show('phone-forced-colors')
    p.browser.prefer()


def test_without_camera_in_the_page(p):
    p.hall.reset()
    p.browser.run_before_pages(NO_CAMERA_JS)
    agree(p)
    p.browser.wait_for('#capture-note', '在这里不能直接打开相机')
    assert not p.browser.find('#capture-video').displayed
    assert p.browser.find('#capture-file').attribute('capture') == 'environment'
    p.show_all('phone-file')
    with tempfile.TemporaryDirectory() as folder:
        picture, text = os.path.join(folder, 'card.png'), os.path.join(folder, 'card.txt')
        pages.write_png(picture, 2400, 1800)
        with open(text, 'w', encoding='utf-8') as file:
            file.write('no picture')
        p.browser.find('#capture-file').type(text)
        p.browser.wait_for('#capture-problem', '不是照片')
        for number, (name, camera) in enumerate(CAPTURES):
            p.browser.wait_for('#capture-title', LABELS[number])
            assert p.browser.find('#capture-file').attribute('capture') == camera
            p.browser.find('#capture-file').type(picture)
            p.browser.wait_for('#capture-use').click()
            p.browser.wait(lambda n=name: n in p.hall.pictures, name)
    p.browser.wait_for('#notice-title', '认证完成')
    for name, _ in CAPTURES:
        assert jpeg_size(p.hall.pictures[name]) == (1600, 1200), name


if __name__ == '__main__':
    pages.main(sys.modules[__name__])
