// SPDX-License-Identifier: Apache-2.0
package io.seonmul.market;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// A list that only grows, whose past can be handed to another thread without a copy.
///
/// One thread appends; [#view] is an immutable list of what was there at that moment. It shares the array, which is
/// sound because an element is never written again once a view covers it; whoever hands the view over must do so by a
/// safe publication (the [MarketBoard] does). Appending is amortised constant, a view is constant.
///
/// @param <T> an immutable type
final class AppendLog<T> {

    private Object[] elements = new Object[16];
    private int size;

    void add(T element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        elements[size++] = element;
    }

    boolean isEmpty() {
        return size == 0;
    }

    @SuppressWarnings("unchecked") // only add() writes
    T last() {
        return (T) elements[size - 1];
    }

    List<T> view() {
        return new View<>(elements, size);
    }

    private static final class View<T> extends AbstractList<T> implements RandomAccess {
        private final Object[] elements;
        private final int size;

        View(Object[] elements, int size) {
            this.elements = elements;
            this.size = size;
        }

        @Override
        @SuppressWarnings("unchecked") // only add() writes
        public T get(int index) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(index);
            }
            return (T) elements[index];
        }

        @Override
        public int size() {
            return size;
        }
    }
}
