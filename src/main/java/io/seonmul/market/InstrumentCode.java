// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short code by which the exchange names a contract, such as `A01612` (KOSPI200, December 2026).
///
/// Holds any code that the wire may carry; [#parse] is the check of what a person typed. Codes are upper case.
/// Immutable;
/// any thread. Grammar: kis/protocol.md section 11.
///
/// @param text the code, 4 to 12 letters and digits
public record InstrumentCode(String text) implements Comparable<InstrumentCode> {

    private static final Pattern ANY = Pattern.compile("[A-Z0-9]{4,12}");
    private static final Pattern OUTRIGHT = Pattern.compile("A[0-9A-Z]{2}[0-9](0[1-9]|1[0-2])");
    private static final Pattern SPREAD = Pattern.compile("D[0-9A-Z]{2}[0-9A-Z]{4,6}");
    private static final Pattern ISIN = Pattern.compile("KR4(A[0-9A-Z]{2}[0-9])([1-9A-C])000[0-9]");
    private static final Pattern OLD_STYLE = Pattern.compile("[14][0-9]{2}[0-9A-Z]([0-9A-C]([0-9]{3})?|0[1-9]|1[0-2])");

    /// @throws IllegalArgumentException if `text` is not 4 to 12 upper-case letters and digits
    public InstrumentCode {
        if (!ANY.matcher(text).matches()) {
            throw new IllegalArgumentException("not an instrument code: '" + text + "'");
        }
    }

    /// What a typed code turned out to be.
    public sealed interface Parsed {
        /// A code in today's scheme.
        record Valid(InstrumentCode code) implements Parsed {}

        /// A code of the scheme before December 2025, such as `101W09`: the server confirms it and never sends a tick.
        record OldStyle(String text) implements Parsed {}

        /// An option, a stock or nothing at all: not the code of an index future.
        record NotFutures(String text) implements Parsed {}
    }

    /// The code that a field of the wire means; empty if it is none.
    ///
    /// Beside the short code itself, with or without blanks around it, the wire has been seen to send two other
    /// names of it, of which each means one contract only: `1` before a code of today's scheme (the night's
    /// channel), as no code of the scheme begins so; and the ISIN of an outright future (`KR4A016C0004` is
    /// `A01612`): `KR4`, the first four characters of the code, the month as a digit of base 16, `000` and the
    /// right check digit. Anything else is taken as it stands, so that it is counted under the name that was sent.
    public static Optional<InstrumentCode> ofWire(String field) {
        String text = field.strip();
        if (!ANY.matcher(text).matches()) {
            return Optional.empty();
        }
        Matcher isin = ISIN.matcher(text);
        if (isin.matches() && hasCheckDigit(text)) {
            int month = Character.digit(isin.group(2).charAt(0), 16);
            return Optional.of(new InstrumentCode(isin.group(1) + (month < 10 ? "0" : "") + month));
        }
        String echoed = text.substring(1);
        boolean echo = text.charAt(0) == '1'
                && (OUTRIGHT.matcher(echoed).matches() || SPREAD.matcher(echoed).matches());
        return Optional.of(new InstrumentCode(echo ? echoed : text));
    }

    /// Whether an ISIN's last digit is the one that its others give: letters as two digits (A is 10), every
    /// second digit from the right doubled, and the sum of all digits a multiple of ten.
    private static boolean hasCheckDigit(String isin) {
        StringBuilder digits = new StringBuilder();
        isin.chars().forEach(character -> digits.append(Character.digit(character, 36)));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    /// Judges what a person typed or pasted, an ISIN included; what was meant by it is [TypedCode]'s business.
    public static Parsed parse(String typed) {
        String text = TypedCode.meant(typed);
        String code = ISIN.matcher(text).matches()
                ? ofWire(text).map(InstrumentCode::text).orElse(text)
                : text;
        if (OUTRIGHT.matcher(code).matches() || SPREAD.matcher(code).matches()) {
            return new Parsed.Valid(new InstrumentCode(code));
        }
        return OLD_STYLE.matcher(code).matches()
                ? new Parsed.OldStyle(code)
                : new Parsed.NotFutures(TypedCode.visible(typed));
    }

    /// The three characters that name the product, such as `A01` for the KOSPI200 future.
    public String product() {
        return text.substring(0, 3);
    }

    /// Whether this is an outright future of today's scheme, the only kind whose month [#month] can tell.
    public boolean isOutright() {
        return OUTRIGHT.matcher(text).matches();
    }

    /// Whether this is a calendar spread of today's scheme: its price is a difference of two prices.
    public boolean isSpread() {
        return SPREAD.matcher(text).matches();
    }

    /// Whether this is a code of the scheme before December 2025, such as `101W09`: the server confirms it and never
    /// sends a tick.
    public boolean isOldStyle() {
        return OLD_STYLE.matcher(text).matches();
    }

    /// The contract month: the code has only the year's last digit, so of the years that end in it the one nearest
    /// to `today` is meant (contracts are listed at most three years ahead).
    ///
    /// @throws IllegalStateException if this is not an outright future
    public YearMonth month(YearMonth today) {
        if (!isOutright()) {
            throw new IllegalStateException(text + " has no contract month");
        }
        int year = today.getYear() - Math.floorMod(today.getYear(), 10) + (text.charAt(3) - '0');
        if (year < today.getYear() - 5) {
            year += 10;
        } else if (year > today.getYear() + 4) {
            year -= 10;
        }
        return YearMonth.of(year, Integer.parseInt(text.substring(4)));
    }

    @Override
    public int compareTo(InstrumentCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
