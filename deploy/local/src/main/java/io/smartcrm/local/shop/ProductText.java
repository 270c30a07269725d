package io.smartcrm.local.shop;

import java.util.List;

/** A product's texts in one language, and everything they mention in the order of the text, name first. */
public record ProductText(String name, String description, List<Mention> mentions) {

    public ProductText {
        mentions = List.copyOf(mentions);
    }

    /** The words of a mention as they stand in the text. */
    public String words(Mention mention) {
        String text = mention.inName() ? name : description;
        return text.substring(mention.start(), mention.end());
    }
}
