package io.smartcrm.bench.dedupe;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Random;

/** A given and a family name; how common names are follows Zipf's law, as in a telephone book. */
record SimulatedName(String given, String family, boolean chinese) {
    private static final String[] GIVEN_STARTS = {
        "Al", "An", "Ben", "Car", "Chris", "Dan", "Dav", "El", "Em", "Fran", "Geor", "Han", "Hel", "Is", "Jac", "Jo",
        "Jul", "Kat", "Lau", "Le", "Lou", "Mar", "Mat", "Mi", "Nat", "Nic", "Ol", "Pat", "Pet", "Rob", "Sam", "Sar",
        "Sim", "Ste", "Tho", "Vic", "Wil", "Zo"
    };
    private static final String[] GIVEN_ENDS = {
        "a", "an", "bert", "ela", "en", "ert", "ette", "ia", "ian", "ie", "in", "ina", "ine", "is", "ita", "lia", "lie",
        "na", "ne", "on", "ra", "ric", "son", "ta", "tor", "us", "vid", "ya"
    };
    private static final String[] FAMILY_STARTS = {
        "Ash", "Bau", "Beck", "Ber", "Black", "Brad", "Bran", "Brown", "Carl", "Chap", "Clark", "Cole", "Cross", "Dal",
        "Ed", "Fair", "Fisch", "Gar", "Gold", "Green", "Hag", "Hart", "Hoff", "Holm", "Jack", "Kel", "King", "Kra",
        "Lang", "Lind", "Lo", "Mart", "Mer", "Mil", "Mont", "Mor", "Nor", "Old", "Par", "Per", "Red", "Rich", "Ros",
        "Sand", "Schnei", "Sher", "Stan", "Sum", "Tay", "Thom", "Vas", "Wal", "Wat", "Wes", "White", "Wil", "Win",
        "Wood"
    };
    private static final String[] FAMILY_MIDDLES = {"", "", "", "en", "er", "in", "ing", "le", "man", "o", "s"};
    private static final String[] FAMILY_ENDS = {
        "ard", "berg", "bert", "by", "combe", "dale", "der", "dez", "don", "feld", "field", "ford", "gate", "ham",
        "hill", "ier", "ini", "kins", "land", "ley", "lin", "low", "man", "mann", "mer", "more", "ner", "nes", "ney",
        "ond", "quist", "rell", "ridge", "s", "sen", "shaw", "sky", "son", "stein", "stone", "strom", "ton", "vale",
        "ville", "ward", "well", "wick", "worth"
    };
    private static final String CHINESE_FAMILIES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String CHINESE_GIVEN =
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲志建国华玉红梅晓春龙海燕雪松林峰宇浩然子轩梓涵欣怡佳琪思雨博晨阳天翔宁波瑞雅婷倩云飞鹏程凯旋健康永安嘉诚锦绣美琳诗若曦语桐一诺可心月星辰慧珍荣贵福祥成东南北西鸿德仁义礼智信忠孝廉清新民生才俊彦哲恒远达昌盛兴旺长青";

    SimulatedName {
        requireNonNull(given, "given is null");
        requireNonNull(family, "family is null");
    }

    static SimulatedName western(Random random) {
        return new SimulatedName(westernGiven(random), westernFamily(random), false);
    }

    static SimulatedName chinese(Random random) {
        String given = chineseCharacter(random);
        return new SimulatedName(
                random.nextInt(5) == 0 ? given : given + chineseCharacter(random), chineseFamily(random), true);
    }

    SimulatedName withFamily(String other) {
        return new SimulatedName(given, other, chinese);
    }

    static String westernFamily(Random random) {
        int rank = zipf(random, FAMILY_STARTS.length * FAMILY_MIDDLES.length * FAMILY_ENDS.length);
        int mixed = mixed(rank, FAMILY_STARTS.length * FAMILY_MIDDLES.length * FAMILY_ENDS.length);
        return FAMILY_STARTS[mixed % FAMILY_STARTS.length]
                + FAMILY_MIDDLES[mixed / FAMILY_STARTS.length % FAMILY_MIDDLES.length]
                + FAMILY_ENDS[mixed / FAMILY_STARTS.length / FAMILY_MIDDLES.length];
    }

    static String chineseFamily(Random random) {
        return character(CHINESE_FAMILIES, zipf(random, CHINESE_FAMILIES.length()));
    }

    static String chineseCharacter(Random random) {
        return character(CHINESE_GIVEN, random.nextInt(CHINESE_GIVEN.length()));
    }

    static String westernGiven(Random random) {
        int mixed =
                mixed(zipf(random, GIVEN_STARTS.length * GIVEN_ENDS.length), GIVEN_STARTS.length * GIVEN_ENDS.length);
        return GIVEN_STARTS[mixed % GIVEN_STARTS.length] + GIVEN_ENDS[mixed / GIVEN_STARTS.length];
    }

    String written() {
        return chinese ? family + given : given + " " + family;
    }

    /** Small letters of the alphabet, for addresses. */
    String latin(String part) {
        return chinese ? "u" + Integer.toUnsignedString(part.hashCode(), 36) : part.toLowerCase(Locale.ROOT);
    }

    private static String character(String text, int index) {
        return text.substring(index, index + 1);
    }

    /** Rank r with a chance of about 1 / r. */
    private static int zipf(Random random, int count) {
        return (int) Math.min(count - 1, Math.pow(count + 1.0, random.nextDouble()) - 1);
    }

    /** So that common names do not all begin alike. */
    private static int mixed(int rank, int count) {
        return (int) (rank * 7919L % count);
    }
}
